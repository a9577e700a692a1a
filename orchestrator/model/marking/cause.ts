import type { Bilingual } from './scale.ts';

/** Why a check failed, as read from the team's files and Asterisk's log. It earns and costs nothing. */
export interface ToldCause {
  /** The mistake: `pattern-without-underscore`. */
  readonly rule: string;
  /** Where it is, as far as that can be told; lines count from 1. */
  readonly file: string | null;
  readonly line: number | null;
  readonly section: string | null;
  readonly text: Bilingual;
}
