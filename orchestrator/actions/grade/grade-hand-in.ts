import {
  jointRetrials,
  type Outcomes,
  type Retrial,
  retrials,
  rootOf,
  type Suspicion,
  suspicions,
} from '../../grading/blame.ts';
import { type GradedCheck, planGrading } from '../../grading/plan-grading.ts';
import { declaresBoxes, templateNames } from '../../model/configuration/configuration-text.ts';
import { ownNames } from '../../model/configuration/own-names.ts';
import { lastStage } from '../../model/definition/lab-definition.ts';
import type { Ladder } from '../../model/ladder/ladder.ts';
import { type CheckResult, criticalPath } from '../../model/marking/check-report.ts';
import type { GradedFinding } from '../../model/marking/grade-result.ts';
import { questionOf, type Scale, scaleChecks } from '../../model/marking/scale.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import type { RoomRecord } from '../../model/proof/room-record.ts';
import { renderStage } from '../../model/rendering/render-stage.ts';
import type { Workbench } from '../workbench.ts';
import { type HandIn, withFiles } from './hand-in.ts';
import { attemptOf, type RoomSetting, type Tried, tryRoom } from './try-room.ts';

/** What to grade, by which scale. */
export interface GradingRequest {
  readonly setting: RoomSetting;
  readonly id: string;
  readonly handIn: HandIn;
  readonly scale: Scale;
  /** Hears of each check as soon as something is known of it. */
  readonly known: (finding: GradedFinding) => void;
  /** What Asterisk complains of in any right lab. */
  readonly usual: readonly string[];
}

/** What was found, and how long it must take at least (ms), whatever is tried again. */
export interface Judged {
  readonly findings: readonly GradedFinding[];
  readonly criticalPathMs: number;
  /** What passed on the network of the room with the team's own files. */
  readonly rooms: readonly Ladder[];
  /** What Asterisk said there, while it booted and during the calls. */
  readonly log: readonly string[];
}

/** Judges a hand-in in clean rooms: first as it is, then what a fault of one file has hidden. */
export async function gradeHandIn(bench: Workbench, request: GradingRequest): Promise<Judged> {
  const { setting, id, handIn, scale, known, usual } = request;
  const { plan, lab } = setting;
  const { team } = plan;

  const templates = templateNames(handIn.files, 'users.conf');
  const own = new Map([...handIn.files].filter(([file]) => handIn.handedIn.includes(file)));
  const boxesDeclared = declaresBoxes(handIn.files.get('users.conf'));
  const work = { names: ownNames(own), server: handIn.server, usual, boxesDeclared };
  const graded = (now: () => number) =>
    planGrading({ plan, definition: lab.definition, now, templates, scale, work });
  const checks = graded(() => 0);
  const wanted = scaleChecks(scale).map((check) => check.id);
  let retried: Promise<readonly Tried[]> = Promise.resolve([]);
  let criticalPathMs = 0;
  const records: RoomRecord[] = [];
  const first = (results: readonly Tried[]) => {
    criticalPathMs = criticalPath(results.map(({ result }) => result));
    // What else is wrong is found out while whatever failed is run once more.
    retried = retry(bench, request, graded, results);
    retried.catch(() => undefined);
  };
  const done = (result: CheckResult) => known(firstFinding(result, setting.seed));
  const { configuration } = handIn;
  const tried = await tryRoom(bench, setting, {
    ...{ id, configuration, plan: graded, wanted, replaced: null, first, done },
    recorded: (record) => records.push(record),
  });
  const counted = (finding: { readonly id: string }) => questionOf(scale, finding.id) !== null;
  const findings = join(checks, tried, await retried).filter(counted);
  for (const { id: check, verdict: found, attempts } of findings) {
    // Nothing was tried: it is told once, with the mark.
    if (found.code === 'not-handed-in') continue;
    const ms = attempts.reduce((sum, attempt) => sum + attempt.ms, 0);
    bench.emit({ type: 'check', team, check, verdict: found, ms });
  }
  const rooms = records.flatMap(({ ladder }) => ladder ?? []);
  const log = records.flatMap(({ boot, log: said }) => [...boot, ...said].map(({ text }) => text));
  return { findings, criticalPathMs, rooms, log };
}

/** Judges again, with one file or another replaced by the solution's, what a root has spoilt. */
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
  const pending = suspicions(checks, outcomes(tried), (check) => questionOf(scale, check));
  const given = (files: readonly string[]) =>
    solution.filter(({ path }) => files.includes(path.replace('/etc/asterisk/', '')));
  const open = async ({ files, suspicions: suspected }: Retrial): Promise<Retried> => {
    const trial = tryRoom(bench, setting, {
      id: `${id}${files.map((file) => file.slice(0, 1)).join('')}`,
      configuration: await withFiles(handIn, given(files)),
      plan: graded,
      wanted: suspected.flatMap(({ root, dependents }) => [root, ...dependents]),
      replaced: files.join(' '),
    });
    const results = await trial.catch((error: unknown) => {
      if (setting.limit.isOver) return [];
      throw error;
    });
    return { suspected, results };
  };
  const handedIn = (file: string) => handIn.handedIn.includes(file);
  // Which file holds the fault can't be told beforehand: every room is opened at once.
  const alone = await Promise.all(retrials(checks, pending, handedIn).map(open));
  const cleared = clearedBy(alone);
  const left = pending.filter(({ root }) => !cleared.roots.has(root));
  const joint = clearedBy(await Promise.all(jointRetrials(checks, left, handedIn).map(open)));
  return [...cleared.tried, ...joint.tried];
}

/** Roots whose fault lay in what was replaced, and how the checks that they had spoilt came out. */
interface Cleared {
  readonly roots: ReadonlySet<string>;
  readonly tried: readonly Tried[];
}

/** What a room without one file's fault showed, and whom it was opened for. */
interface Retried {
  readonly suspected: readonly Suspicion[];
  readonly results: readonly Tried[];
}

/** Of each root the first room in which it passed: that file held the fault. */
function clearedBy(rooms: readonly Retried[]): Cleared {
  const roots = new Set<string>();
  const tried = rooms.flatMap(({ suspected, results }) => {
    const { passed } = outcomes(results);
    const innocent = suspected.filter(({ root }) => passed(root) && !roots.has(root));
    for (const { root } of innocent) roots.add(root);
    const judged = innocent.flatMap(({ dependents }) => dependents);
    return results.filter(({ result }) => judged.includes(result.id));
  });
  return { roots, tried };
}

function firstFinding(result: CheckResult, seed: number): GradedFinding {
  const { id, verdict: outcome, code, params, evidence } = result;
  return {
    ...{ id, verdict: { verdict: outcome, code, params } as Verdict, evidence, root: null },
    ...{ attempts: [attemptOf(result, null, seed)], decided: null, causes: [] },
  };
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
    return [
      {
        ...{ id, verdict: named(counts, root), evidence, root: rootNow(counts, root), attempts },
        ...{ decided: null, causes: [] },
      },
    ];
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
