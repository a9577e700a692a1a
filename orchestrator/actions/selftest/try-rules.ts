import { lastStage } from '../../model/definition/lab-definition.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import { applyEdits } from '../../model/mutants/apply-edits.ts';
import { mutantsByRule, type RuleMutant } from '../../model/mutants/by-rule.ts';
import type { Mutant } from '../../model/mutants/mutant.ts';
import { type Answer, sameBehaviour } from '../../model/mutants/same-behaviour.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { teamPlan } from '../../model/numbering/team-plan.ts';
import { NO_ATTACHMENTS } from '../../model/submission/submission.ts';
import type { LockHolder } from '../../model/topology/lock-holder.ts';
import { type GradeRequest, grade } from '../grade/grade.ts';
import { submittedHandIn } from '../grade/hand-ins/hand-in.ts';
import type { Workbench } from '../workbench.ts';
import { behaviour } from './behaviour.ts';
import { mutantCandidates } from './mutant-candidates.ts';
import { REFERENCE, solutionTexts } from './read-mutants.ts';

/** What became of a mistake that a rule has made. */
export type RuleFate = 'killed' | 'equivalent' | 'missed' | 'not-graded';

/** One mistake made by rule, and whether the grader saw it. */
export interface RuleTrial extends RuleMutant {
  readonly fate: RuleFate;
  readonly points: number | null;
  /** The checks that did not pass. */
  readonly checks: readonly string[];
}

/** How many mistakes to make by rule, drawn from which seed. */
export interface RulesRequest {
  readonly team: TeamNumber;
  readonly count: number;
  readonly seed: number;
}

type Grading = Omit<GradeRequest, 'candidates'>;

/** Grades labs that rules have spoilt. Full marks are right only where the exchange behaves the same. */
export async function tryRules(
  bench: Workbench,
  request: Grading,
  { team, count, seed }: RulesRequest,
): Promise<readonly RuleTrial[]> {
  const drawn = mutantsByRule(solutionTexts(request.lab, team), count, seed);
  const trials = drawn.map((one) => ({ mutant: asMutant(one), team, repeat: 1 }));
  const candidates = mutantCandidates({ ...request, papers: null }, trials);
  const outcomes = await grade(bench, { ...request, candidates });
  const reference = await behaviourOf(bench, request, { team, mutant: REFERENCE });
  const results: RuleTrial[] = [];
  for (const [index, one] of drawn.entries()) {
    bench.signal.throwIfAborted();
    const outcome = outcomes[index];
    if (outcome?.ok !== true) {
      results.push({ ...one, fate: 'not-graded', points: null, checks: [] });
      continue;
    }
    const failed = failedChecks(outcome.result);
    const { points } = outcome.result;
    const lost = failed.some(({ max }) => max > 0);
    const fate = lost ? 'killed' : await fullMarksFate(bench, request, { team, one, reference });
    results.push({ ...one, fate, points, checks: failed.map(({ id }) => id) });
  }
  return results;
}

function asMutant({ id, edit }: RuleMutant): Mutant {
  return { ...REFERENCE, id, edits: [edit], papers: false };
}

function failedChecks({ checks }: GradeResult) {
  const apart: readonly string[] = ['not-handed-in', 'for-the-teacher'];
  return checks.filter(({ verdict, code }) => verdict !== 'pass' && !apart.includes(code));
}

interface FullMarks {
  readonly team: TeamNumber;
  readonly one: RuleMutant;
  readonly reference: readonly Answer[];
}

async function fullMarksFate(
  bench: Workbench,
  request: Grading,
  { team, one, reference }: FullMarks,
): Promise<RuleFate> {
  const answers = await behaviourOf(bench, request, { team, mutant: asMutant(one) });
  return sameBehaviour(reference, answers) ? 'equivalent' : 'missed';
}

async function behaviourOf(
  { clock, surroundings }: Workbench,
  { connection, lab, images, prefix, base }: Grading,
  { team, mutant }: { readonly team: TeamNumber; readonly mutant: Mutant },
): Promise<readonly Answer[]> {
  const plan = teamPlan(team, lab.definition.layout, { prefix, base });
  const since = clock.date().toISOString();
  const self: LockHolder = { ...surroundings.identity(), verb: 'selftest', since };
  const { files } = applyEdits(solutionTexts(lab, team), mutant.edits, team);
  const handIn = await submittedHandIn(files, NO_ATTACHMENTS, {
    stage: lastStage(lab.definition),
    installed: new Map(),
  });
  const id = Math.floor(Math.random() * 2 ** 32).toString(16);
  const setting = { connection, lab, images, plan, holder: JSON.stringify(self), id };
  return behaviour(setting, handIn);
}
