import { type Outcomes, retrials, rootOf, suspicions } from '../../grading/blame.ts';
import { type GradedCheck, planGrading } from '../../grading/plan-grading.ts';
import { templateNames } from '../../model/configuration/configuration-text.ts';
import { lastStage } from '../../model/definition/lab-definition.ts';
import type { GradedFinding } from '../../model/marking/grade-result.ts';
import { questionOf, type Scale } from '../../model/marking/scale.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import { renderStage } from '../../model/rendering/render-stage.ts';
import type { Workbench } from '../workbench.ts';
import { type HandIn, withFile } from './hand-in.ts';
import { type RoomSetting, type Tried, tryRoom } from './try-room.ts';

/** What to grade, by which scale. */
export interface GradingRequest {
  readonly setting: RoomSetting;
  readonly id: string;
  readonly handIn: HandIn;
  readonly scale: Scale;
}

/** Judges a hand-in in clean rooms: first as it is, then what a fault of one file has hidden. */
export async function gradeHandIn(
  bench: Workbench,
  request: GradingRequest,
): Promise<readonly GradedFinding[]> {
  const { setting, id, handIn } = request;
  const { plan, lab } = setting;
  const { team } = plan;

  const templates = templateNames(handIn.files, 'users.conf');
  const graded = (now: () => number) =>
    planGrading({ plan, definition: lab.definition, now, templates });
  const checks = graded(() => 0);
  let retried: Promise<readonly Tried[]> = Promise.resolve([]);
  const first = (tried: readonly Tried[]) => {
    // What else is wrong is found out while whatever failed is run once more.
    retried = retry(bench, request, graded, tried);
    retried.catch(() => undefined);
  };
  const { configuration } = handIn;
  const own = await tryRoom(bench, setting, {
    id,
    configuration,
    plan: graded,
    replaced: null,
    first,
  });
  const findings = join(checks, own, await retried);
  for (const { id: check, verdict: found, attempts } of findings) {
    const ms = attempts.reduce((sum, attempt) => sum + attempt.ms, 0);
    bench.emit({ type: 'check', team, check, verdict: found, ms });
  }
  return findings;
}

/** Judges again, with one file after the other replaced by the solution's, what a root has spoilt. */
async function retry(
  bench: Workbench,
  { setting, id, handIn, scale }: GradingRequest,
  graded: (now: () => number) => readonly GradedCheck[],
  tried: readonly Tried[],
): Promise<readonly Tried[]> {
  const { plan, lab } = setting;
  const { definition, templates } = lab;
  const checks = graded(() => 0);
  const solution = renderStage(definition, plan, lastStage(definition), templates);
  let pending = suspicions(checks, outcomes(tried), (check) => questionOf(scale, check));
  const cleared: Tried[] = [];
  for (const { file } of retrials(checks, pending, handIn.handedIn)) {
    if (setting.limit.isOver) break;
    const now = retrials(checks, pending, handIn.handedIn).find((one) => one.file === file);
    const reference = solution.find(({ path }) => path === `/etc/asterisk/${file}`);
    if (now === undefined || reference === undefined) continue;
    const wanted = now.suspicions.flatMap(({ root, dependents }) => [root, ...dependents]);
    const trial = tryRoom(bench, setting, {
      id: `${id}${file.slice(0, 1)}`,
      configuration: await withFile(handIn, file, reference.text),
      plan: graded,
      wanted,
      replaced: file,
    });
    const results = await trial.catch((error: unknown) => {
      if (setting.limit.isOver) return [];
      throw error;
    });
    const { passed } = outcomes(results);
    const innocent = now.suspicions.filter(({ root }) => passed(root));
    const judged = innocent.flatMap(({ dependents }) => dependents);
    cleared.push(...results.filter(({ result }) => judged.includes(result.id)));
    pending = pending.filter(({ root }) => !innocent.some((one) => one.root === root));
  }
  return cleared;
}

function outcomes(tried: readonly Tried[]): Outcomes {
  const good = new Set(
    tried
      .filter(({ result }) => result.verdict === 'pass' || result.verdict === 'partial')
      .map(({ result }) => result.id),
  );
  return { passed: (id) => good.has(id) };
}

/** What counts of each check: the team's own files, or what a room without the root's fault showed. */
function join(
  checks: readonly GradedCheck[],
  own: readonly Tried[],
  retried: readonly Tried[],
): readonly GradedFinding[] {
  const result = (id: string) => own.find((one) => one.result.id === id);
  const { passed } = outcomes(own);
  return checks.flatMap((check): GradedFinding[] => {
    const { id } = check;
    const found = result(id);
    if (found === undefined) return [];
    const root = passed(id) ? null : rootOf(check, { passed });
    const other = root === null ? undefined : retried.find((one) => one.result.id === id);
    const counts = other ?? found;
    const attempts = [...found.attempts, ...(other?.attempts ?? [])];
    const { evidence } = counts.result;
    return [{ id, verdict: named(counts, root), evidence, root: rootNow(counts, root), attempts }];
  });
}

/** A check that passed once its root was out of the way is no consequence of anything. */
function rootNow({ result, attempts }: Tried, root: string | null): string | null {
  if (result.verdict === 'pass') return null;
  const apart = attempts.some(({ replaced }) => replaced !== null);
  return apart && result.verdict !== 'skipped' ? null : root;
}

function named({ result }: Tried, root: string | null): Verdict {
  const { verdict: outcome, code, params } = result;
  if (outcome === 'skipped' && code === 'needs-another' && root !== null) {
    return verdict('skipped', 'needs-another', { check: root });
  }
  return { verdict: outcome, code, params } as Verdict;
}
