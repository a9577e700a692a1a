import type { Answer } from '../../model/definition/answers/read-answers.ts';
import type { Wordings } from '../../model/definition/answers/wordings.ts';
import type { Counting } from './countings.ts';
import type { Compared } from './fact.ts';
import { plainWords, textOf } from './plain-words.ts';

/** Compares a number of steps with every way in which the observed messages can be counted. */
export function compareCount(
  answer: Answer,
  countings: readonly Counting[],
  { numbers }: Wordings,
): Compared {
  const known = [...new Set(countings.map(({ count, words }) => `${count}: ${words}`))];
  const count = countIn(answer, numbers);
  if (count === null) return { outcome: 'teacher', known };
  const fits = countings.filter((counting) => counting.count === count);
  if (fits.length === 0) return { outcome: 'wrong', known };
  return { outcome: 'right', known: [...new Set(fits.map(({ words }) => words))] };
}

/** The one number that is meant: of steps, not a status such as 200; null: none, or several. */
function countIn(answer: Answer, numbers: Wordings['numbers']): number | null {
  if (typeof answer !== 'string' && answer.length > 1) return answer.length;
  const words = plainWords(textOf(answer)).split(' ');
  const found = words.flatMap((word) => {
    if (/^\d{1,2}$/.test(word)) return [Number(word)];
    const named = Object.hasOwn(numbers, word) ? numbers[word] : undefined;
    // In French "un" is an article too.
    return named === undefined || (named === 1 && words.length > 1) ? [] : [named];
  });
  const [count = null, ...others] = new Set(found);
  return others.length === 0 ? count : null;
}
