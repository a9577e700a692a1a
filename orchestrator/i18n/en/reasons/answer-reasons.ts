import type {
  AnswerKind,
  AnswerReasons,
  AnswersTrouble,
} from '../../../base/problems/reasons/answer-reasons.ts';
import type { ReasonTexts } from '../../catalogue.ts';

const KINDS: Readonly<Record<AnswerKind, string>> = {
  meaning: 'what the letters stand for',
  count: 'how many messages there are in your capture',
  'sip-port': 'the ports of SIP in your capture',
  'rtp-ports': 'the ports of the voices in your capture',
  protocol: 'the protocol that carries the voices',
  folder: 'the folder of a box on your server',
  field: 'the name of a line of the text file that says it',
  change: 'in which folder the message was before, and is after',
};

const TROUBLES: Readonly<Record<AnswersTrouble, string>> = {
  'too-large': 'the file is too large',
  encoding: 'this is not text',
  empty: 'the file says nothing',
  'too-deep': 'too many lists are inside one another',
  tab: 'a tab indents this line: YAML wants spaces',
  indent: 'the indentation changes here',
  unclosed: 'a quote or a bracket is opened here and not closed',
  'not-keys': 'words followed by a colon were expected, as in the template',
  syntax: 'this is not YAML: a text with a colon or quotes in it goes between quotes',
};

/** Why an answer came out as it did, in English. */
export const ENGLISH_ANSWER_REASONS: Pick<ReasonTexts, keyof AnswerReasons> = {
  'answers-right': { what: ({ keys }) => `right: ${keys.join(', ')}` },
  'answer-wrong': {
    what: ({ key, expected, found }) =>
      `${key}: "${found}" is not right; expected: ${KINDS[expected]}`,
    mend: () => 'look again in your own capture or on your own server',
  },
  'answer-empty': {
    what: ({ key, expected }) => `${key}: no answer; expected: ${KINDS[expected]}`,
    mend: () => 'write it after the colon',
  },
  'answers-unreadable': {
    what: ({ file, line, column, trouble }) =>
      `${file}:${line}:${column}: the answers can't be read: ${TROUBLES[trouble]}`,
    mend: ({ line }) => `compare line ${line} with answers.template.yaml`,
  },
  'for-the-teacher': {
    what: ({ what, found }) => `left for the teacher: ${what}${found === '' ? '' : `, "${found}"`}`,
  },
  'not-handed-in': { what: ({ what }) => `not handed in: ${what}` },
};
