import type { ProblemTexts } from '../../catalogue.ts';

/** Ce qui peut manquer à un rapport, en français. */
export const FRENCH_REPORT_PROBLEMS = {
  'report-empty': {
    what: ({ file }) => `Aucun rendu n’a été noté dans ${file} : il n’y a rien à rapporter.`,
    mend: () => 'notez d’abord : lab grade --all',
  },
  'report-team-absent': {
    what: ({ team, known }) =>
      `L’équipe ${team} n’est pas dans cette notation ; il y a : ${known.join(', ')}.`,
    mend: ({ team }) => `lab grade --team ${team}, ou une autre équipe`,
  },
  'report-one-file': {
    what: ({ format, found }) =>
      `Le format ${format} fait un fichier par équipe, et il y a ${found} rendus pour un seul -o.`,
    mend: () => '--out DOSSIER au lieu de -o, ou une seule équipe avec --team',
  },
  'class-list-missing': {
    what: ({ format }) =>
      `Le format ${format} demande la liste de classe : elle dit quel élève est dans quelle équipe.`,
    mend: ({ format }) => `lab report --format ${format} --class classe.csv`,
  },
  'class-list-no-key': {
    what: ({ students }) =>
      `Moodle connaît les élèves par leur courriel, leur identifiant ou leur numéro, et la liste de classe n’en donne aucun pour tous. Sans courriel : ${students.join(', ')}.`,
    mend: () => 'complétez dans la liste de classe la colonne des adresses de courriel',
  },
  'worksheet-missing': {
    what: () =>
      'Le format moodle-worksheet remplit votre feuille d’évaluation, et elle n’est pas donnée.',
    mend: () =>
      'téléchargez-la de Moodle, puis : lab report --format moodle-worksheet --in feuille.csv --class classe.csv',
  },
  'worksheet-columns': {
    what: ({ found }) =>
      `La feuille de Moodle devait avoir les colonnes Identifiant, Note et Feedback par commentaires ; elle a : ${found.join(', ')}.`,
    mend: () =>
      'activez dans le devoir le feedback par commentaires et la feuille d’évaluation hors ligne, puis téléchargez-la de nouveau',
  },
  'worksheet-broken': {
    what: ({ said }) => `La feuille n’est pas un CSV en UTF-8 comme Moodle l’écrit (${said}).`,
    mend: () =>
      'téléchargez-la de nouveau de Moodle et donnez-la sans l’avoir ouverte dans un tableur',
  },
  'export-inconclusive': {
    what: ({ who, check }) =>
      `Pas encore de note pour ${who} : ${check} n’a pas pu être jugé, et ce n’est pas un zéro.`,
    mend: ({ result, decision }) =>
      `lab regrade ${result}, ou décidez : lab rescore ${result} --decide ${decision}=POINTS ; les autres équipes seules : --allow-partial`,
  },
  'export-unfinished': {
    what: ({ who }) => `La notation de ${who} n’est pas finie : sa note peut encore changer.`,
    mend: ({ result }) =>
      `attendez sa fin, ou reprenez-la : lab regrade ${result} ; les autres équipes seules : --allow-partial`,
  },
} satisfies Partial<ProblemTexts>;
