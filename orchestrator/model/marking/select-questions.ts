import { labError } from '../../base/lab-error.ts';
import { allQuarters, QUARTERS, type Scale, TOTAL } from './scale.ts';

/**
 * A scale of some questions alone, named as `Q1.3-Q1.5,Q2.1`, in the order of the sheet, that makes 20
 * again: each check keeps its share, in whole quarters (largest remainders first). A name that the
 * sheet doesn't have is a `scale-questions-wrong` error, a part worth nothing `scale-questions-empty`.
 */
export function selectQuestions(scale: Scale, words: string): Scale {
  const wanted = namedQuestions(scale, words);
  const part = { questions: scale.questions.filter(({ id }) => wanted.has(id)) };
  if (allQuarters(part) === 0) throw labError('scale-questions-empty', { found: words });
  return rescaled(part);
}

function rescaled(part: Scale): Scale {
  const factor = (TOTAL * QUARTERS) / allQuarters(part);
  const shares = part.questions
    .flatMap(({ checks }) => checks)
    .map(({ id, quarters }) => ({ id, exact: quarters * factor }));
  const whole = new Map(shares.map(({ id, exact }) => [id, Math.floor(exact)]));
  const left = TOTAL * QUARTERS - [...whole.values()].reduce((sum, one) => sum + one, 0);
  const byRemainder = shares.toSorted((a, b) => (b.exact % 1) - (a.exact % 1));
  for (const { id } of byRemainder.slice(0, left)) {
    whole.set(id, (whole.get(id) ?? 0) + 1);
  }
  return {
    questions: part.questions.map((question) => ({
      ...question,
      checks: question.checks.map((check) => ({ ...check, quarters: whole.get(check.id) ?? 0 })),
    })),
  };
}

/** The questions that `Q1.3-Q1.5,Q2.1` names; a name that there isn't is a `scale-questions-wrong` error. */
export function namedQuestions(scale: Scale, words: string): ReadonlySet<string> {
  const known = scale.questions.map(({ id }) => id);
  const place = (name: string) => {
    const found = known.findIndex((id) => id.toLowerCase() === name.trim().toLowerCase());
    if (found === -1) {
      throw labError('scale-questions-wrong', { found: name.trim(), known, nearest: undefined });
    }
    return found;
  };
  return new Set(
    words.split(',').flatMap((range) => {
      const [from = '', to = from] = range.split('-');
      const [first, last] = [place(from), place(to)];
      return known.slice(Math.min(first, last), Math.max(first, last) + 1);
    }),
  );
}
