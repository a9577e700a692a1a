import type { GradeOutcome } from '../../../actions/grade/grade.ts';
import { failureOf } from '../../../base/lab-error.ts';

/** `lab grade --json`: the mark of each hand-in with all it rests on, or the error that kept it from one. */
export function gradeData(outcomes: readonly GradeOutcome[]) {
  const results = outcomes.map((outcome) => {
    if (outcome.ok) return outcome.result;
    const { team, submission, error } = outcome;
    return { team, submission, error: failureOf(error) };
  });
  const notes = outcomes.flatMap((outcome) =>
    outcome.notes.map((note) => ({ submission: outcome.submission, ...note })),
  );
  return { schema: 'lab-result/1', results, notes } as const;
}
