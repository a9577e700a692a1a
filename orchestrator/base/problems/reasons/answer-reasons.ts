/** What an answer is to be. */
export type AnswerKind =
  | 'meaning'
  | 'count'
  | 'sip-port'
  | 'rtp-ports'
  | 'protocol'
  | 'folder'
  | 'field'
  | 'change';

/** What keeps a file of answers from being read. */
export type AnswersTrouble =
  | 'too-large'
  | 'encoding'
  | 'empty'
  | 'too-deep'
  | 'tab'
  | 'indent'
  | 'unclosed'
  | 'not-keys'
  | 'syntax';

/** Why an answer came out as it did: code → facts. `key` is what stands in the file, `sip`. */
export interface AnswerReasons {
  'answers-right': { readonly keys: readonly string[] };
  'answer-wrong': {
    readonly key: string;
    readonly expected: AnswerKind;
    readonly found: string;
  };
  'answer-empty': { readonly key: string; readonly expected: AnswerKind };
  'answers-unreadable': {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly trouble: AnswersTrouble;
  };
  /** Nobody but the teacher can judge it: nothing is lost and nothing earned until then. */
  'for-the-teacher': { readonly what: string; readonly found: string };
  'not-handed-in': { readonly what: string };
}
