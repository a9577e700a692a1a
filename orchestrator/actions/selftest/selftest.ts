import { type Confusion, confusion } from '../../grading/selftest/confusion.ts';
import { type Flake, flakesOf } from '../../grading/selftest/flakes.ts';
import { judgeLab } from '../../grading/selftest/judge-lab.ts';
import { namedCause } from '../../grading/selftest/named-cause.ts';
import { type SelftestLab, type Target, targetsOf } from '../../grading/selftest/targets.ts';
import { isBlank } from '../../model/configuration/configuration-text.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import { handIn } from '../../model/mutants/papers/hand-in.ts';
import { type GradeOutcome, type GradeRequest, grade } from '../grade/grade.ts';
import type { Workbench } from '../workbench.ts';
import { type MutantSetting, mutantCandidates, type Trial } from './mutant-candidates.ts';
import { originalOf } from './read-mutants.ts';

/** A lab that could not be graded at all. */
export interface Ungraded {
  readonly id: string;
  readonly error: unknown;
}

/** What the self-test found, to be told in one way or another. */
export interface Selftest {
  readonly labs: readonly SelftestLab[];
  readonly ungraded: readonly Ungraded[];
  readonly confusion: readonly Confusion[];
  readonly flakes: readonly Flake[] | null;
  readonly targets: readonly Target[];
}

/** Grades labs whose outcome is known, as any hand-in, and judges the grader by it. */
export async function selftest(
  bench: Workbench,
  request: Omit<GradeRequest, 'candidates'> & Pick<MutantSetting, 'papers'>,
  trials: readonly Trial[],
): Promise<Selftest> {
  const candidates = mutantCandidates(request, trials);
  const outcomes = await grade(bench, { ...request, candidates });
  return judged(request, trials, outcomes);
}

function judged(
  { lab, sheet }: Pick<GradeRequest, 'lab' | 'sheet'>,
  trials: readonly Trial[],
  outcomes: readonly GradeOutcome[],
): Selftest {
  const labs: SelftestLab[] = [];
  const ungraded: Ungraded[] = [];
  for (const [index, trial] of trials.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) continue;
    if (outcome.ok) labs.push(judgedLab({ lab, sheet }, trial, outcome.result));
    else ungraded.push({ id: trial.mutant.id, error: outcome.error });
  }
  const repeated = trials.some(({ repeat }) => repeat > 1);
  const flakes = repeated ? flakesOf(labs) : null;
  const targets = targetsOf({ labs, notGraded: ungraded.length, flakes });
  return { labs, ungraded, confusion: confusion(labs), flakes, targets };
}

function judgedLab(
  { lab, sheet }: Pick<GradeRequest, 'lab' | 'sheet'>,
  { mutant, team }: Trial,
  result: GradeResult,
): SelftestLab {
  const { files, texts } = handIn(mutant, { ...originalOf(lab, team), papers: null });
  return {
    ...judgeLab(mutant, result, sheet.scale),
    named: namedCause(mutant, result, texts),
    empty: [...files.values()].every(isBlank),
  };
}
