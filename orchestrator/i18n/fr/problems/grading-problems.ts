import type { ProblemTexts } from '../../catalogue.ts';

/** Ce qui peut être faux dans ce que rendent les équipes, en français. */
export const FRENCH_GRADING_PROBLEMS = {
  'submission-team-unknown': {
    what: ({ submission }) =>
      `Ni le nom de ${submission} ni les numéros de ses fichiers ne disent de quelle équipe il s’agit.`,
    mend: () => 'donnez au dossier le nom de l’équipe (equipe3), ou indiquez --team',
  },
  'submission-too-large': {
    what: ({ submission, most }) =>
      `${submission} dépasse ${most / 2 ** 20} Mio : ce n’est pas une configuration d’Asterisk.`,
    mend: () => 'n’y laissez que les fichiers de /etc/asterisk',
  },
  'submission-link': {
    what: ({ submission, path }) => `${path} dans ${submission} est un lien : il n’est pas suivi.`,
    mend: ({ path }) => `mettez le fichier lui-même à la place de ${path}`,
  },
  'submissions-none': {
    what: ({ folder }) => `Il n’y a aucun rendu dans ${folder} : chacun est un dossier à part.`,
    mend: ({ folder }) => `ls ${folder}`,
  },
} satisfies Partial<ProblemTexts>;
