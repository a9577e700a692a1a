import type { ServerReasons } from '../../../base/problems/reasons/server-verdicts.ts';
import type { ReasonTexts } from '../../catalogue.ts';

/** Pourquoi un contrôle du serveur lui-même a donné ce résultat, en français. */
export const FRENCH_SERVER_REASONS: ReasonTexts<keyof ServerReasons> = {
  'server-installed': { what: ({ version }) => `Asterisk ${version} est installé sur le serveur` },
  'installed-by-tool': { what: () => 'Asterisk était sur le serveur dès le premier jour' },
  'console-answers': {
    what: ({ commands }) => `la console d’Asterisk répond à ${commands.join(', ')}`,
  },
  'log-clean': {
    what: () =>
      'en démarrant, Asterisk ne se plaint d’aucune ligne de l’équipe (ses messages habituels mis à part)',
  },

  'asterisk-not-installed': {
    what: () => 'Asterisk n’est pas installé sur le serveur',
    mend: () => 'lab shell, puis : apt-get install asterisk',
  },
  'program-changed': {
    what: ({ version }) =>
      `le paquet d’Asterisk ${version} est installé, mais /usr/sbin/asterisk n’est pas le programme qu’il contient`,
    mend: () => 'lab shell, puis : apt-get install --reinstall asterisk',
  },
  'console-silent': {
    what: ({ command, said }) => `la console d’Asterisk ne connaît pas « ${command} » : ${said}`,
    mend: () =>
      'essayez vous-même (lab console) ; ce que la console connaît dépend des modules que /etc/asterisk fait charger',
  },
  'log-troubled': {
    what: ({ lines }) =>
      ['Au démarrage, Asterisk se plaint des fichiers de l’équipe :', ...lines].join('\n    '),
    mend: () =>
      'lisez chaque ligne par la fin : elle nomme le fichier, ou sa section ; puis rechargez et relisez',
  },
  'log-missing': {
    what: ({ file }) =>
      `Asterisk n’a rien écrit dans ${file} en démarrant : rien ne montre qu’il démarre sans erreur`,
    mend: () => 'regardez astlogdir dans asterisk.conf',
  },
};
