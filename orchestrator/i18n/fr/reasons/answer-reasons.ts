import type {
  AnswerKind,
  AnswerReasons,
  AnswersTrouble,
} from '../../../base/problems/reasons/answer-reasons.ts';
import type { ReasonTexts } from '../../catalogue.ts';

const KINDS: Readonly<Record<AnswerKind, string>> = {
  meaning: 'les mots que l’on abrège',
  count: 'le nombre de messages que montre votre capture',
  'sip-port': 'les ports de SIP dans votre capture',
  'rtp-ports': 'les ports des voix dans votre capture',
  protocol: 'le protocole qui transporte les voix',
  folder: 'le dossier d’une boîte sur votre serveur',
  field: 'le nom d’une ligne du fichier texte qui le dit',
  change: 'le dossier où le message était, et celui où il est',
};

const TROUBLES: Readonly<Record<AnswersTrouble, string>> = {
  'too-large': 'le fichier est trop gros',
  encoding: 'ce n’est pas du texte',
  empty: 'le fichier ne dit rien',
  'too-deep': 'trop de listes sont les unes dans les autres',
  tab: 'une tabulation décale cette ligne : YAML veut des espaces',
  indent: 'le décalage change ici',
  unclosed: 'un guillemet ou un crochet s’ouvre ici et ne se ferme pas',
  'not-keys': 'on attendait des mots suivis de deux-points, comme dans le modèle',
  syntax:
    'ce n’est pas du YAML : un texte qui contient « : » ou des guillemets se met entre guillemets',
};

const WHAT: Readonly<Record<string, string>> = {
  answers: 'les réponses',
  capture: 'la capture',
  server: 'le serveur',
};

/** Pourquoi une réponse est jugée ainsi, en français. */
export const FRENCH_ANSWER_REASONS: Pick<ReasonTexts, keyof AnswerReasons> = {
  'answers-right': { what: ({ keys }) => `juste : ${keys.join(', ')}` },
  'answer-wrong': {
    what: ({ key, expected, found }) =>
      `${key} : « ${found} » ne convient pas ; on attendait ${KINDS[expected]}`,
    mend: () => 'regardez de nouveau dans votre capture ou sur votre serveur',
  },
  'answer-empty': {
    what: ({ key, expected }) => `${key} : pas de réponse ; on attendait ${KINDS[expected]}`,
    mend: () => 'écrivez-la après les deux-points',
  },
  'answers-unreadable': {
    what: ({ file, line, column, trouble }) =>
      `${file}:${line}:${column} : les réponses ne se lisent pas : ${TROUBLES[trouble]}`,
    mend: ({ line }) => `comparez la ligne ${line} à answers.template.yaml`,
  },
  'for-the-teacher': {
    what: ({ what, found }) =>
      `laissé au professeur : ${what}${found === '' ? '' : `, « ${found} »`}`,
  },
  'not-handed-in': { what: ({ what }) => `pas rendu : ${WHAT[what] ?? what}` },
};
