import type { Selftest } from '../../../actions/selftest/selftest.ts';
import type { RuleTrial } from '../../../actions/selftest/try-rules.ts';
import { failureOf } from '../../../base/lab-error.ts';

/** `lab selftest --json`: each lab as it came out, the confusion matrix, each target with its figure. */
export function selftestData({ labs, ungraded, confusion, flakes, targets }: Selftest) {
  return {
    schema: 'lab-selftest/1',
    targets,
    confusion,
    flakes,
    labs,
    ungraded: ungraded.map(({ id, error }) => ({ id, error: failureOf(error) })),
    rules: null,
  } as const;
}

/** `lab selftest --rules --json`: what became of each mistake made by rule. */
export function rulesData(trials: readonly RuleTrial[]) {
  const rules = trials.map(({ edit: _edit, ...trial }) => trial);
  const none = { targets: [], confusion: [], flakes: null, labs: [], ungraded: [] };
  return { schema: 'lab-selftest/1', ...none, rules } as const;
}
