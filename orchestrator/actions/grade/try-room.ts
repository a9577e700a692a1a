import type { Connection } from '../../adapters/docker/connection.ts';
import {
  openCleanRoom,
  type RoomConfiguration,
  removeRoomContainer,
} from '../../adapters/docker/rooms/clean-room.ts';
import { closure } from '../../grading/blame.ts';
import { LatenessWatch } from '../../grading/lateness.ts';
import type { GradedCheck } from '../../grading/plan-grading.ts';
import { type RunOptions, runChecks } from '../../grading/run-checks.ts';
import { settleTries } from '../../grading/settle-tries.ts';
import type { CheckResult } from '../../model/marking/check-report.ts';
import type { Attempt } from '../../model/marking/grade-result.ts';
import { verdict } from '../../model/marking/verdict.ts';
import { roomNames } from '../../model/numbering/names.ts';
import { roomPlan } from '../../model/numbering/room-plan.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import type { ProofKeeper } from '../../model/proof/proof.ts';
import type { RoomRecord } from '../../model/proof/room-record.ts';
import { renderLine } from '../../model/rendering/render-line.ts';
import type { RoleImages } from '../../model/topology/desired.ts';
import { roomSpec } from '../../model/topology/room-spec.ts';
import { openLiveLab } from '../check/live-lab.ts';
import { liveProbes } from '../check/live-probes.ts';
import type { ReadLab } from '../read-lab.ts';
import type { Workbench } from '../workbench.ts';
import { makeProofs } from './proof/make-proofs.ts';
import { type RoomRecorder, recordRoom } from './proof/room-recorder.ts';
import { type RoomRun, roomTries } from './proof/room-tries.ts';
import { outOfTime, type TimeLimit } from './time-limit.ts';

/** What every room of one grading has in common. */
export interface RoomSetting {
  readonly connection: Connection;
  readonly lab: ReadLab;
  readonly images: RoleImages;
  readonly plan: TeamPlan;
  readonly holder: string;
  readonly seed: number;
  /** The image that dissects what was captured. */
  readonly probe: string;
  /** Takes recordings; null: none are kept. */
  readonly keeper: ProofKeeper | null;
  readonly limit: TimeLimit;
}

/** Which files a room's exchange has, and what to try there. */
export interface RoomTrial {
  readonly id: string;
  readonly configuration: RoomConfiguration;
  /** Every check, made with the exchange's own clock. */
  readonly plan: (now: () => number) => readonly GradedCheck[];
  /** Those to run, with all that they need; without it, every one. */
  readonly wanted?: readonly string[] | undefined;
  /** The file that is the solution's, where one is. */
  readonly replaced: string | null;
  /** Hears of each result as soon as it is there. */
  readonly done?: ((result: CheckResult) => void) | undefined;
  /** Hears of the first results, before whatever failed is run once more. */
  readonly first?: ((results: readonly Tried[]) => void) | undefined;
  /** Hears of all that was recorded, once the room has been closed. */
  readonly recorded?: ((record: RoomRecord) => void) | undefined;
}

/** How one check came out in a room; the last attempt counts. */
export interface Tried {
  readonly result: CheckResult;
  readonly attempts: readonly Attempt[];
}

/** Opens a clean room, runs checks in it, and once more those that did not pass. */
export async function tryRoom(
  bench: Workbench,
  setting: RoomSetting,
  trial: RoomTrial,
): Promise<readonly Tried[]> {
  const { tried, runs, taken } = await inRoom(bench, setting, trial);
  const record = await taken.record;
  trial.recorded?.(record);
  const tries = runs.flatMap((run) => roomTries(run, taken.timeOf));
  const proofs = await makeProofs(tries, record, setting.keeper);
  const places = runs.map(({ first, results }) => ({
    first,
    ids: results.map(({ id }) => id),
  }));
  return tried.map(({ result, attempts }) => ({
    result,
    attempts: attempts.map((attempt, index) => {
      const { first = 0, ids = [] } = places[index] ?? {};
      const proof = proofs[first + ids.indexOf(result.id)];
      return wasTried(attempt) ? { ...attempt, proof: proof ?? null } : attempt;
    }),
  }));
}

function wasTried({ verdict: outcome, evidence }: Attempt): boolean {
  return outcome !== 'skipped' || evidence !== null;
}

async function inRoom(bench: Workbench, setting: RoomSetting, trial: RoomTrial) {
  const { connection, lab, images, holder, seed, probe, limit } = setting;
  const names = roomNames(setting.plan.prefix, setting.plan.team, trial.id);
  const plan = roomPlan(setting.plan, names);
  const lineFiles = plan.stations.flatMap((station) =>
    station.lines.map((line) => renderLine(station, line, lab.templates)),
  );
  const { limits, layout } = lab.definition;
  const spec = roomSpec({ plan, names, images, limits, holder, lineFiles });
  await using _room = await openCleanRoom(connection, spec, trial.configuration);
  limit.signal.throwIfAborted();
  // What no signal reaches ends with the container that it runs in.
  limit.onEnd(() => void removeRoomContainer(connection, names.pbx).catch(() => undefined));
  const { clock } = bench;
  const recorder = recordRoom({ connection, clock, image: probe, holder, plan, names, layout });
  const { done = () => undefined } = trial;
  const runs: RoomRun[] = [];
  const run = async (wanted: readonly string[] | undefined, own: number) => {
    const label = [...(trial.replaced === null ? [] : [trial.replaced]), runs.length + 1].join('-');
    const first = runs.reduce((sum, { results }) => sum + results.length, 0);
    const ran = await runOnce(bench, { ...setting, plan, seed: own, recorder, done }, (now) => {
      const checks = trial.plan(now);
      return wanted === undefined ? checks : closure(checks, wanted);
    });
    runs.push({ ...ran, first, label });
    return ran.results;
  };
  const told = (results: readonly CheckResult[], own: number): readonly Tried[] =>
    results.map((result) => ({ result, attempts: [attemptOf(result, trial.replaced, own)] }));
  const end = async (tried: readonly Tried[]) => ({
    ...{ tried, runs, taken: await recorder.finish() },
  });
  const first = told(await run(trial.wanted, seed), seed);
  trial.first?.(first);
  if (limit.isOver) return await end(first);
  const failed = first.filter(({ result }) => result.verdict !== 'pass');
  if (failed.every(({ result }) => result.verdict === 'skipped')) return await end(first);
  const wanted = failed.map(({ result }) => result.id);
  const again = told(await run(wanted, seed + 1), seed + 1);
  // Awaited here: the room is closed by what comes after it.
  return await end(
    first.map((one) => {
      const other = again.find(({ result }) => result.id === one.result.id);
      if (other === undefined || !wanted.includes(one.result.id)) return one;
      const result = settleTries(one.result, other.result);
      return { result, attempts: [...one.attempts, ...other.attempts] };
    }),
  );
}

/** Who takes in what happens in a room. */
interface RoomEars extends Pick<RunOptions, 'done'> {
  readonly recorder: RoomRecorder;
}

async function runOnce(
  { clock }: Workbench,
  { connection, lab, plan, seed, limit, recorder, done }: RoomSetting & RoomEars,
  checks: (now: () => number) => readonly GradedCheck[],
): Promise<Pick<RoomRun, 'checks' | 'results' | 'began'>> {
  const { heard, left } = recorder;
  const request = { plan, templates: lab.templates, seed, leave: 'to-nobody', left } as const;
  const { signal } = limit;
  const judged: CheckResult[] = [];
  let planned: readonly GradedCheck[] = [];
  let began = clock.now();
  using lateness = new LatenessWatch(clock);
  try {
    await using live = await openLiveLab({ connection, clock, heard }, request);
    planned = checks(live.pbxNow);
    const told = (result: CheckResult) => {
      judged.push(result);
      done(asGraded(result));
    };
    const lateSince = (moment: number) => lateness.since(moment);
    const options = {
      ...{ probes: liveProbes(live, signal), now: clock.now, lateSince, done: told, signal },
    };
    began = clock.now();
    const results = (await runChecks(planned, options)).map(asGraded);
    return { checks: planned, began, results };
  } catch (error) {
    // Where nothing was judged at all, it is this machine that was too slow.
    if (!limit.isOver || judged.length === 0) throw error;
    const result = (id: string) => judged.find((one) => one.id === id) ?? outOfTime(id);
    return { checks: planned, began, results: planned.map(({ id }) => asGraded(result(id))) };
  }
}

/** A part that held is no mark: one direction of a call is no call. A message not moved is a part. */
function asGraded(result: CheckResult): CheckResult {
  // Nobody else has phones in a room: one that is taken is our trouble.
  if (result.code === 'station-in-use') {
    const { extension } = result.params;
    return { ...result, ...verdict('inconclusive', 'phone-lost', { said: extension }) };
  }
  if (result.verdict !== 'partial' || result.code === 'message-not-moved') return result;
  const { code, params } = result;
  return { ...result, ...verdict('fail', code, params as never) };
}

/** One try as it is kept. */
export function attemptOf(result: CheckResult, replaced: string | null, seed: number): Attempt {
  const { verdict: outcome, code, params, evidence, ms } = result;
  return { verdict: outcome, code, params, evidence, replaced, seed, ms, proof: null };
}
