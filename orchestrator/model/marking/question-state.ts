import type { GradeResult, ResultQuestion } from './grade-result.ts';
import { isOpen } from './open-checks.ts';

/**
 * What became of a question: all points, some, none, not told yet, nothing handed in for it, or all
 * that was handed in is right.
 */
export type QuestionState = 'full' | 'part' | 'none' | 'open' | 'absent' | 'handed';

/** Tells how a question of a result stands. */
export function questionState(
  { checks }: Pick<GradeResult, 'checks'>,
  { id, points, max }: ResultQuestion,
): QuestionState {
  const own = checks.filter(({ question, max: most }) => question === id && most > 0);
  if (own.some(isOpen)) return 'open';
  if (own.length > 0 && own.every(({ code }) => code === 'not-handed-in')) return 'absent';
  if (points >= max) return 'full';
  const handed = own.filter(({ code }) => code !== 'not-handed-in');
  if (handed.length < own.length && handed.every((check) => check.points >= check.max)) {
    return 'handed';
  }
  return points > 0 ? 'part' : 'none';
}
