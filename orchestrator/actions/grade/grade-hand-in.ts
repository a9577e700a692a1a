import { rootOf } from '../../grading/blame.ts';
import { type GradedCheck, planGrading } from '../../grading/plan-grading.ts';
import { declaresBoxes, templateNames } from '../../model/configuration/configuration-text.ts';
import { ownNames } from '../../model/configuration/own-names.ts';
import type { Ladder } from '../../model/ladder/ladder.ts';
import { type CheckResult, criticalPath } from '../../model/marking/check-report.ts';
import type { GradedFinding } from '../../model/marking/grade-result.ts';
import { type Scale, scaleChecks } from '../../model/marking/scale.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import type { RoomRecord } from '../../model/proof/room-record.ts';
import type { Workbench } from '../workbench.ts';
import { carryForward, leaveTheSame, outcomesOf } from './carry-forward.ts';
import type { HandIn } from './hand-ins/hand-in.ts';
import { attemptOf, type RoomSetting, type Tried, tryRoom } from './try-room.ts';

/** What to grade, by which scale. */
export interface GradingRequest {
  readonly setting: RoomSetting;
  readonly id: string;
  readonly handIn: HandIn;
  /** The whole scale, by which blame is laid. */
  readonly scale: Scale;
  /** The checks that count. */
  readonly counted: (check: string) => boolean;
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
  const { setting, id, handIn, scale, counted, known, usual } = request;
  const { plan, lab } = setting;
  const { team } = plan;

  const templates = templateNames(handIn.files, 'users.conf');
  const own = new Map([...handIn.files].filter(([file]) => handIn.handedIn.includes(file)));
  const boxesDeclared = declaresBoxes(handIn.files.get('users.conf'));
  const work = { names: ownNames(own), server: handIn.server, usual, boxesDeclared };
  const graded = (now: () => number) =>
    planGrading({ plan, definition: lab.definition, now, templates, scale, work });
  const checks = graded(() => 0);
  const carrying = { setting, id, handIn, scale, graded };
  const wanted = wantedOf(checks, request);
  let retried: Promise<readonly Tried[]> = Promise.resolve([]);
  let criticalPathMs = 0;
  const records: RoomRecord[] = [];
  let results: readonly Tried[] = [];
  const first = (firstResults: readonly Tried[]) => {
    results = firstResults;
    criticalPathMs = criticalPath(firstResults.map(({ result }) => result));
    // What else is wrong is found out while whatever failed is run once more.
    retried = carryForward(bench, carrying, firstResults);
    retried.catch(() => undefined);
  };
  const done = (result: CheckResult) => known(firstFinding(result, setting.seed));
  const { configuration } = handIn;
  const tried = await tryRoom(bench, setting, {
    ...{ id, configuration, plan: graded, wanted, replaced: null, first, done },
    recorded: (record) => records.push(record),
  });
  const early = await retried;
  // A second try can clear a check that others were held to be a consequence of.
  const isSettled = leaveTheSame(results, tried, carrying);
  const carried = isSettled ? early : await carryForward(bench, carrying, tried);
  const findings = join(checks, tried, carried).filter((finding) => counted(finding.id));
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

/** What counts, and all that it can be a consequence of; papers are compared with the whole lab. */
function wantedOf(
  checks: readonly GradedCheck[],
  { scale, counted }: Pick<GradingRequest, 'scale' | 'counted'>,
): readonly string[] {
  const all = scaleChecks(scale).map((check) => check.id);
  const own = all.filter(counted);
  const isPaper = (id: string) => !checks.some((check) => check.id === id);
  if (own.some(isPaper)) return all;
  const grounds = checks.filter(({ id }) => own.includes(id)).flatMap((check) => check.grounds);
  return [...new Set([...grounds, ...own])];
}

function firstFinding(result: CheckResult, seed: number): GradedFinding {
  const { id, verdict: outcome, code, params, evidence } = result;
  return {
    ...{ id, verdict: { verdict: outcome, code, params } as Verdict, evidence, root: null },
    ...{ attempts: [attemptOf(result, null, seed)], decided: null, causes: [] },
  };
}

/** What counts of each check: the team's own files, or what a room without the root's fault showed. */
function join(
  checks: readonly GradedCheck[],
  own: readonly Tried[],
  retried: readonly Tried[],
): readonly GradedFinding[] {
  const result = (id: string) => own.find((one) => one.result.id === id);
  const { passed } = outcomesOf(own);
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
