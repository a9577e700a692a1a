import type { Place } from './place.ts';

/** What Asterisk can't take in a file's text. */
export type FaultKind =
  | 'utf16'
  | 'heading-unclosed'
  | 'options-unclosed'
  | 'template-later'
  | 'template-absent'
  | 'addition-absent'
  | 'before-heading'
  | 'include-absent'
  | 'no-equals'
  | 'hash-line'
  | 'comment-open'
  | 'options-apart';

/** One such place. `found` is what stands there, `name` the name that it asks for. */
export interface ConfFault extends Place {
  readonly kind: FaultKind;
  readonly section: string | null;
  readonly found: string;
  readonly name: string;
  /** Where what is asked for stands, further down. */
  readonly laterLine: number | null;
}

/** Those for which Asterisk refuses the whole file. */
const FATAL: readonly FaultKind[] = [
  'utf16',
  'heading-unclosed',
  'options-unclosed',
  'template-later',
  'template-absent',
  'addition-absent',
  'before-heading',
  'include-absent',
];

/** True when Asterisk refuses the whole file for it. */
export function isFatal({ kind }: Pick<ConfFault, 'kind'>): boolean {
  return FATAL.includes(kind);
}
