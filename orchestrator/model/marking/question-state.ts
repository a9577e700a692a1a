import type { GradeResult, ResultQuestion } from './grade-result.ts';
import { isOpen } from './open-checks.ts';

/** What became of a question: all points, some, none, not told yet, or nothing was handed in for it. */
export type QuestionState = 'full' | 'part' | 'none' | 'open' | 'absent';

/** Tells how a question of a result stands. */
export function questionState(
  { checks }: Pick<GradeResult, 'checks'>,
  { id, points, max }: ResultQuestion,
): QuestionState {
  const own = checks.filter(({ question, max: most }) => question === id && most > 0);
  if (own.some(isOpen)) return 'open';
  if (own.length > 0 && own.every(({ code }) => code === 'not-handed-in')) return 'absent';
  if (points >= max) return 'full';
  return points > 0 ? 'part' : 'none';
}
