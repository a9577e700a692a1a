import { MARKS } from '../marks.ts';
import type { Phrases } from '../phrases.ts';

/** Words about checks, in English. */
export const ENGLISH_CHECKS: Phrases['checks'] = {
  mark: MARKS,
  outcome: {
    pass: 'passed',
    partial: 'partly',
    fail: 'failed',
    skipped: 'skipped',
    timeout: 'too late',
    inconclusive: 'not told',
  },
  why: 'Why, the likeliest first:',
  summary: ({ team, passed, all, seconds: time }) =>
    `Team ${team}: ${passed} of ${all} checks passed, in ${seconds(time)}.`,
};

/** Words about marks, in English. */
export const ENGLISH_GRADE: Phrases['grade'] = {
  mark: ({ who, points, max }) =>
    points === null
      ? `${who}: no mark yet, a check could not be told: grade again`
      : `${who}: ${points} / ${max}`,
  submission: (name, team) => `${name} (team ${team})`,
  kept: (folder) => `Kept in ${folder}.`,
  notHandedIn: (checks) => `not handed in: ${checks.join(', ')}`,
  forTeacher: (checks) => `left for the teacher: ${checks.join(', ')}`,
  lost: ({ question, points, max }) => `${question}  ${points} / ${max}`,
};

/** A time for people to read, to a tenth of a second. */
export function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}
