import type { StatusPhrases } from '../../status/status-phrases.ts';

/** French words of the class grid. */
export const FRENCH_STATUS_PHRASES: StatusPhrases = {
  status: {
    heading: {
      team: 'équipe',
      engine: 'moteur',
      pbx: 'IPBX',
      phones: 'tél.',
      calls: 'appels',
      messages: 'msg',
      changed: 'modifié',
      notRead: 'non rechargé',
      check: 'vérif.',
      mark: 'note',
      sessions: 'ssh',
    },
    pbx: {
      'in-service': 'oui',
      'no-asterisk': 'muet',
      'not-installed': 'nu',
      stopped: 'arrêté',
      absent: '–',
    },
    age: (seconds) => {
      if (seconds < 60) return '<1 min';
      if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
      if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h`;
      return `${Math.floor(seconds / 86_400)} j`;
    },
    ago: (age) => `il y a ${age}`,
    notRead: ({ team, file, ago }) =>
      `Équipe ${team} : ${file} a été enregistré ${ago}, et Asterisk travaille encore avec ce qu’il disait avant.\n  Pour qu’il le lise : lab console --team ${team}, puis reload`,
    change: (team, changes) => `équipe ${team} : ${changes}`,
    changedSince: 'des fichiers de /etc/asterisk ont changé depuis',
    facts: {
      engine: 'objets du moteur',
      calls: 'appels en cours',
      messages: 'messages',
      changed: '/etc/asterisk modifié',
      check: 'dernière vérification',
      mark: 'note',
      sessions: 'sessions SSH',
    },
    messages: (all, unheard) =>
      all === 0 ? '0' : `${all} (dont ${unheard} pas encore écouté${unheard > 1 ? 's' : ''})`,
    neverChanged: 'jamais depuis le premier jour',
    neverChecked: (team) => `aucune : lab check --team ${team}`,
    neverMarked: (team) => `aucune : lab grade --team ${team}`,
    check: (passed, all) => `${passed} sur ${all} réussies`,
    mark: (points, max) => `${points === null ? '?' : String(points).replace('.', ',')}/${max}`,
    leave: 'Ctrl-C pour finir.',
  },
};
