import type { Outcome } from '../base/problems/verdicts.ts';

/** One sign for each outcome, the same in every language. */
export const MARKS: Readonly<Record<Outcome, string>> = {
  pass: '✔',
  partial: '◐',
  fail: '✗',
  skipped: '–',
  timeout: '⧖',
  inconclusive: '?',
};
