import type { Answer } from '../../model/definition/answers/read-answers.ts';
import type { Compared } from './fact.ts';
import type { ObservedLab } from './observed-lab.ts';
import { textOf } from './plain-words.ts';

/** Compares the name of a line with those that say what is asked, in a text file that was seen. */
export function compareField(
  answer: Answer,
  { messages, broken }: ObservedLab,
  meant: readonly string[],
): Compared {
  const lines = messages.flatMap(({ fields }) => (fields === null ? [] : Object.keys(fields)));
  if (lines.length === 0) {
    return { outcome: broken.message === null ? 'teacher' : 'unobserved', known: [] };
  }
  const known = meant.filter((name) => lines.includes(name));
  if (known.length === 0) return { outcome: 'teacher', known };
  // `callerid`, `callerid=…`, `la ligne callerid`: all of them name it.
  const words =
    textOf(answer)
      .toLowerCase()
      .match(/[a-z_]+/g) ?? [];
  const named = words.filter((word) => lines.includes(word));
  const [first] = named;
  if (first === undefined) return { outcome: 'wrong', known };
  return { outcome: known.includes(first) ? 'right' : 'wrong', known };
}
