import type { AnswerKind } from '../../base/problems/reasons/answer-reasons.ts';
import type { Answer, Answers } from '../../model/definition/answers/read-answers.ts';
import { printable } from '../../model/definition/text/printable.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import { textOf } from './plain-words.ts';

/** How one answer compares with what is known. */
export type Comparison =
  | 'right'
  | 'wrong'
  /** Nothing that is known says whether it is right. */
  | 'teacher'
  /** There is nothing to compare it with: the lab did not come so far. */
  | 'unobserved';

/** One answer of a check, judged. */
export interface Fact {
  readonly key: string;
  readonly expected: AnswerKind;
  /** As the team wrote it. */
  readonly found: string;
  readonly outcome: Comparison | 'empty';
  /** What it was compared with, for the teacher. */
  readonly known: readonly string[];
}

/** What an answer came to, and what it was compared with. */
export interface Compared {
  readonly outcome: Comparison;
  readonly known: readonly string[];
}

/** An answer by its keys: the sheet's language first. */
export interface AnswerRequest {
  readonly keys: readonly string[];
  readonly expected: AnswerKind;
}

/** Judges one answer; what was left empty is wrong, and what can't be told apart is the teacher's. */
export function fact(
  { values, unclear }: Answers,
  { keys, expected }: AnswerRequest,
  compare: (answer: Answer) => Compared,
): Fact {
  const filled = keys.find((key) => textOf(values.get(key) ?? '') !== '');
  const [first = ''] = keys;
  const doubtful = keys.find((key) => unclear.has(key));
  if (doubtful !== undefined) {
    const found = textOf(values.get(doubtful) ?? '');
    return { key: doubtful, expected, found, outcome: 'teacher', known: [] };
  }
  if (filled === undefined) return { key: first, expected, found: '', outcome: 'empty', known: [] };
  const answer = values.get(filled) ?? '';
  return { key: filled, expected, found: textOf(answer), ...compare(answer) };
}

/**
 * Joins the answers of a check. What only the teacher can judge leaves all of it to the teacher;
 * what could not be observed names the `check` that came first; some right ones are `partial`.
 */
export function joinFacts(facts: readonly Fact[], check: string): Verdict {
  const by = (outcome: Fact['outcome']) => facts.find((one) => one.outcome === outcome);
  const teacher = by('teacher');
  if (teacher !== undefined) {
    return verdict('skipped', 'for-the-teacher', {
      ...{ what: printable(teacher.key), found: printable(teacher.found) },
    });
  }
  if (by('unobserved') !== undefined) return verdict('skipped', 'needs-another', { check });
  const lost = facts.find(({ outcome }) => outcome !== 'right');
  if (lost === undefined) {
    return verdict('pass', 'answers-right', { keys: facts.map(({ key }) => key) });
  }
  const outcome = by('right') === undefined ? 'fail' : 'partial';
  const { key, expected, found } = lost;
  return lost.outcome === 'empty'
    ? verdict(outcome, 'answer-empty', { key, expected })
    : verdict(outcome, 'answer-wrong', { key, expected, found: printable(found) });
}
