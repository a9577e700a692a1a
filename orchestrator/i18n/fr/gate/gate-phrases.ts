import type { GatePhrases } from '../../gate/gate-phrases.ts';

/** French words of the gate. */
export const FRENCH_GATE_PHRASES: GatePhrases = {
  gate: {
    open: ({ port, addresses }) =>
      `La passerelle est ouverte sur le port ${port} : ${addresses.join(', ')}`,
    hostKey: (fingerprint) => `Sa clé, pour qui la rencontre la première fois : ${fingerprint}`,
    headings: {
      team: 'Équipe',
      pbx: 'Terminal root dans l’IPBX',
      phones: 'Softphones, au lieu du nom avant @',
      password: 'Mot de passe',
    },
    files: "Un fichier : ssh … equipe3@… 'cat > /etc/asterisk/users.conf' < users.conf",
    until: 'Elle reste ouverte jusqu’à Ctrl-C, qui termine toutes les sessions.',
    closed: 'La passerelle est fermée.',
    event: {
      came: (name, from) => `${name} est entré depuis ${from}`,
      left: (name, from) => `${name} est parti (${from})`,
      refused: (name, from) => `${name} : mauvais mot de passe, depuis ${from}`,
      shutOut: (name, from, seconds) =>
        `${name} : trop de mauvais mots de passe, ${from} doit attendre ${seconds} s`,
    },
    inside: ({ team, guests }) =>
      `Équipe ${team}, par la passerelle : ${guests.length} (${guests.map(({ what, from, at }) => `${what} depuis ${from} à ${at}`).join(' ; ')})`,
    told: {
      notUp: (team) =>
        `Le serveur de l’équipe ${team} n’est pas en marche. Demandez à votre enseignant : lab up --team ${team}`,
      takenDown: (team) =>
        `Le serveur de l’équipe ${team} a été arrêté ou remis à zéro. Votre session est terminée ; reconnectez-vous quand il sera de nouveau en marche.`,
      gateCloses:
        'Votre enseignant a fermé la passerelle. Votre session est terminée ; ce que vous avez enregistré est conservé.',
      engineLost: 'Le moteur du serveur ne répond plus. Dites-le à votre enseignant : lab doctor',
      full: (team) => `L’équipe ${team} a trop de sessions ouvertes. Fermez-en une d’abord.`,
      terminalMissing: (name) =>
        `Un softphone s’utilise depuis un terminal, sans commande : ssh -t … ${name}@…`,
      stationUnknown: (known) => `Ce softphone n’existe pas. Il y a : ${known.join(', ')}`,
      fault:
        'Quelque chose s’est mal passé à la passerelle. Réessayez ; si cela continue, dites-le à votre enseignant.',
    },
    desk: {
      title: (station, team) => `${station} de l’équipe ${team}`,
      noAccount: 'sans compte',
      registered: 'inscrit',
      unregistered: 'non inscrit',
      idle: 'pas d’appel',
      calling: (peer) => `${peer} appelle : a pour répondre`,
      rings: (peer) => `appelle ${peer}`,
      talks: (peer) => `parle avec ${peer}`,
      keys: [
        'd composer · a répondre · x raccrocher · s envoyer des touches',
        'u changer de compte · Tab l’autre ligne · l English · q quitter',
      ],
      question: {
        dial: 'Numéro à composer :',
        send: 'Touches à envoyer :',
        use: 'Compte (3101, ou 3101,3201), puis son secret s’il n’est pas celui de votre fiche :',
      },
      opening: 'Un instant…',
      away: 'Quelqu’un d’autre a pris ce softphone (une vérification, ou une autre fenêtre). Entrée le reprend.',
      news: {
        incoming: (peer) => `${peer} appelle`,
        ringing: (peer) => `ça sonne chez ${peer}`,
        talking: (peer) => `en communication avec ${peer}`,
        closed: (peer, reason) =>
          `l’appel avec ${peer} est terminé${reason === '' ? '' : ` (${reason})`}`,
        registered: 'inscrit',
        unregistered: (reason) => `l’IPBX a refusé l’inscription : ${reason}`,
        keys: (digits) => `touches envoyées : ${digits}`,
      },
    },
  },
};
