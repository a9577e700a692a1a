import type { ProblemTexts } from '../../catalogue.ts';

/** Ce qui peut ne pas aller avec le travail des équipes et ses dossiers, en français. */
export const FRENCH_WORK_PROBLEMS = {
  'work-none': {
    what: ({ team }) => `L’équipe ${team} n’a pas de travail.`,
    mend: ({ team }) =>
      `lab up --team ${team} ; ou, pour retrouver sa dernière archive : lab restore --team ${team}`,
  },
  'work-too-large': {
    what: ({ team, mib }) =>
      `L’équipe ${team} a plus de ${mib} Mio de travail : trop pour être lu d’un coup.`,
    mend: ({ team }) =>
      `lab shell --team ${team} : du -sh /etc/asterisk /root /var/spool/asterisk/voicemail ; lab archive le garde tout de même`,
  },
  'export-exists': {
    what: ({ folder }) => `${folder} existe déjà ; rien n’y a été changé.`,
    mend: () => 'exportez dans un autre dossier, ou déplacez celui-là',
  },
  'import-twice': {
    what: ({ team, one, other }) =>
      `Deux dossiers sont le travail de l’équipe ${team} : ${one} et ${other}.`,
    mend: () => 'déplacez l’un des deux',
  },
  'import-nothing': {
    what: ({ folder }) => `${folder} ne contient aucun travail à importer.`,
    mend: () =>
      'nommez un dossier qui contient equipe1, equipe2, … avec des fichiers d’Asterisk ; ou celui d’une équipe, avec --team 3',
  },
  'import-mark-wrong': {
    what: ({ file }) => `${file} n’est pas ce que lab export a écrit.`,
    mend: () =>
      'exportez à nouveau ; ou retirez ce fichier : seuls les fichiers d’Asterisk sont alors importés',
  },
  'import-other-team': {
    what: ({ folder, team, found }) =>
      `${folder} a été exporté de l’équipe ${found}, pas de l’équipe ${team}.`,
    mend: ({ found }) => `rendez son nom au dossier : equipe${found}`,
  },
  'import-too-large': {
    what: ({ folder, mib }) => `${folder} dépasse ${mib} Mio.`,
    mend: () => 'retirez-en ce qui n’est pas du travail de l’équipe',
  },
} satisfies Partial<ProblemTexts>;
