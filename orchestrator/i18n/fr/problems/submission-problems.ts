import type { PathFault } from '../../../base/problems/submission-problems.ts';
import type { ProblemTexts } from '../../catalogue.ts';

const MIB = 2 ** 20;

const FAULTS: Readonly<Record<PathFault, string>> = {
  absolute: 'il part de la racine d’un disque',
  parent: 'il sort du rendu',
  long: 'il est trop long',
  unprintable: 'il contient des caractères qui n’ont rien à faire dans un nom de fichier',
  clash: 'c’est à la fois un fichier et un dossier',
};

/** Ce qui peut être faux dans ce que rendent les équipes, en français. */
export const FRENCH_SUBMISSION_PROBLEMS = {
  'submission-team-unknown': {
    what: ({ submission }) =>
      `Ni le nom de ${submission} ni les numéros de ses fichiers ne disent de quelle équipe il s’agit.`,
    mend: () => 'donnez au dossier le nom de l’équipe (equipe3), ou indiquez --class ou --team',
  },
  'submission-too-large': {
    what: ({ submission, most }) =>
      `${submission} contient plus de ${most / MIB} Mio pour Asterisk : ce n’est pas une configuration.`,
    mend: () => 'n’y laissez que les fichiers de /etc/asterisk, les captures et les comptes rendus',
  },
  'submission-file-large': {
    what: ({ submission, path, most }) =>
      `${path} dans ${submission} est trop gros : ${most / MIB} Mio au plus, et 192 Mio pour tout le rendu.`,
    mend: ({ path }) => `raccourcissez ${path}, ou retirez-le du rendu`,
  },
  'submission-too-many': {
    what: ({ submission, most }) => `${submission} compte plus de ${most} fichiers et dossiers.`,
    mend: () => 'n’y laissez que les fichiers de /etc/asterisk, les captures et les comptes rendus',
  },
  'submission-link': {
    what: ({ submission, path }) => `${path} dans ${submission} est un lien : il n’est pas suivi.`,
    mend: ({ path }) => `mettez le fichier lui-même à la place de ${path}`,
  },
  'submission-path': {
    what: ({ submission, path, fault }) =>
      `Le chemin ${path} dans ${submission} est refusé : ${FAULTS[fault]}.`,
    mend: () => 'refaites l’archive depuis le dossier où sont les fichiers',
  },
  'submission-unreadable': {
    what: ({ submission, path }) => `${path} dans ${submission} ne peut pas être lu.`,
    mend: () => 'donnez-vous le droit de le lire (chmod -R u+rX), ou copiez-le de nouveau',
  },
  'submission-bomb': {
    what: ({ submission, path }) =>
      `${path} dans ${submission} deviendrait des centaines de fois plus gros que son archive : il n’est pas ouvert.`,
    mend: () => 'regardez l’archive à la main, et demandez-en une autre',
  },
  'submission-encrypted': {
    what: ({ submission, path }) => `${path} dans ${submission} est protégé par un mot de passe.`,
    mend: () => 'demandez une archive sans mot de passe, ou mettez le dossier ouvert à sa place',
  },
  'submission-archive-broken': {
    what: ({ submission, path, said }) =>
      `${path} dans ${submission} ne peut pas être décompressé : ${said}`,
    mend: () => 'redemandez l’archive, ou mettez le dossier ouvert à sa place',
  },
  'submission-archive-unknown': {
    what: ({ submission, path }) =>
      `${submission} n’a pas de fichier pour Asterisk, seulement ${path}, que lab n’ouvre pas : uniquement des zip, et un dans un autre au plus.`,
    mend: ({ path }) => `décompressez ${path} dans le dossier`,
  },
  'submission-ambiguous': {
    what: ({ submission, one, other }) =>
      `${submission} a des fichiers pour Asterisk dans ${one} et dans ${other} : lesquels faut-il noter ?`,
    mend: () => 'supprimez l’un des deux dossiers, ou mettez-le dans un autre',
  },
  'submissions-none': {
    what: ({ folder }) =>
      `Il n’y a aucun rendu dans ${folder} : chacun est un dossier ou un zip à part.`,
    mend: ({ folder }) => `ls ${folder}`,
  },
  'submissions-broken': {
    what: ({ file, said }) => `${file} n’est pas un zip qui s’ouvre : ${said}`,
    mend: () => 'téléchargez-le de nouveau, ou indiquez le dossier décompressé',
  },
} satisfies Partial<ProblemTexts>;
