import type { Answer } from '../../model/definition/answers/read-answers.ts';
import type { Wording } from '../../model/definition/answers/wordings.ts';
import type { Compared } from './fact.ts';
import { isOneOf, saysOneOf, textOf } from './plain-words.ts';

/** Compares a meaning with the accepted wordings; only what is plainly another thing is wrong. */
export function compareWords(answer: Answer, { accepted, wrong }: Wording): Compared {
  const text = textOf(answer);
  if (isOneOf(text, wrong)) return { outcome: 'wrong', known: accepted };
  if (saysOneOf(text, accepted)) return { outcome: 'right', known: accepted };
  return { outcome: 'teacher', known: accepted };
}
