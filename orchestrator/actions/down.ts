import { applyPlan } from '../adapters/docker/apply-plan.ts';
import type { Connection } from '../adapters/docker/connection.ts';
import { observe } from '../adapters/docker/observe.ts';
import { inPhase } from '../base/event.ts';
import { objectNames } from '../model/numbering/names.ts';
import type { TeamNumber } from '../model/numbering/team-number.ts';
import { dismantle } from '../model/topology/dismantle.ts';
import {
  begunWith,
  isEmpty,
  isUntouched,
  type ObservedLab,
  observedTeam,
} from '../model/topology/observed.ts';
import type { Plan } from '../model/topology/plan.ts';
import { archiveTeam, hasWork, readyArchives } from './archives/archive-team.ts';
import { whileStill } from './archives/while-still.ts';
import { type Outcome, sideBySide } from './class/side-by-side.ts';
import { forgetGatePassword } from './gate/gate-access.ts';
import { sweepRooms } from './grade/sweep-rooms.ts';
import { planListener } from './plan-listener.ts';
import { forgetLatest } from './status/latest.ts';
import { withTeamLock } from './with-team-lock.ts';
import type { Workbench } from './workbench.ts';

/** Which teams go, and whether their work goes too. */
export interface DownRequest {
  readonly connection: Connection;
  readonly prefix: string;
  readonly teams: readonly TeamNumber[];
  readonly purge: boolean;
  readonly dryRun: boolean;
}

/** What became of one team, or the error that kept it from going down. */
export type DownOutcome = Outcome<{ readonly down: TeamDown }>;

/** One team that is down; `archive` is the file that holds its work, when that was removed. */
export interface TeamDown {
  readonly plan: Plan;
  readonly archive: string | null;
}

/**
 * Takes teams down, side by side. Their work stays, unless `purge`: then it is archived first, or
 * nothing is done. One team's trouble is its own outcome and stops no other.
 */
export async function down(
  bench: Workbench,
  request: DownRequest,
): Promise<readonly DownOutcome[]> {
  const { connection, prefix } = request;
  if (!request.dryRun) await sweepRooms(bench, connection, prefix);
  const observed = await observe(connection, prefix);
  if (request.purge && !request.dryRun) await agreePurge(bench, request, observed);
  const work = async (team: TeamNumber) => {
    const own = observedTeam(observed, team);
    const nothing = isUntouched(own);
    if (request.dryRun || (nothing && !request.purge)) {
      return { down: { plan: downPlan(request, team, own), archive: null } };
    }
    return { down: await lockedDown(bench, request, { team, nothing }) };
  };
  return sideBySide(bench, request.teams, { work });
}

/** Asks before work is removed, naming only the teams that have any; a no is `declined`. */
async function agreePurge(
  bench: Workbench,
  request: DownRequest,
  observed: ObservedLab,
): Promise<void> {
  const teams = request.teams.filter((team) => observedTeam(observed, team).volumes.length > 0);
  if (teams.length > 0) await bench.agree({ about: 'purge', teams });
}

/**
 * What a team has is looked at again once nobody else is at it. One that had `nothing` when the person
 * was asked, and has something by now, is left alone: nobody agreed to that.
 */
function lockedDown(
  bench: Workbench,
  request: DownRequest,
  { team, nothing }: { readonly team: TeamNumber; readonly nothing: boolean },
): Promise<TeamDown> {
  const { connection, prefix, purge } = request;
  return withTeamLock(bench, { connection, prefix, team, verb: 'down' }, async () => {
    const observed = observedTeam(await observe(connection, prefix), team);
    if (nothing && !isEmpty(observed))
      return { plan: downPlan(request, team, NONE), archive: null };
    const done = await downTeam(bench, request, team, observed);
    if (purge) await forgetGatePassword(bench.surroundings, { prefix, team });
    return done;
  });
}

const NONE: ObservedLab = { networks: [], volumes: [], containers: [] };

function downPlan({ prefix, purge }: DownRequest, team: TeamNumber, observed: ObservedLab): Plan {
  const [network] = observed.networks;
  const { lab = network?.lab, stage } = begunWith(observed, objectNames(prefix, team)) ?? {};
  const base = network?.base ?? '';
  const owner = { lab: lab ?? '', team, prefix, base, stage: stage ?? '' };
  return dismantle(owner, observed, { purge });
}

async function downTeam(
  bench: Workbench,
  request: DownRequest,
  team: TeamNumber,
  observed: ObservedLab,
): Promise<TeamDown> {
  const { connection, prefix, purge } = request;
  const plan = downPlan(request, team, observed);
  if (plan.operations.length === 0) return { plan, archive: null };
  const context = { team, emit: bench.emit, now: bench.clock.now };
  const putAway = async () => {
    await readyArchives(bench);
    const what = { connection, prefix, observed, team, reason: 'down --purge' };
    return inPhase({ ...context, phase: 'archive' }, () =>
      whileStill(connection, observed, () => archiveTeam(bench, what)),
    );
  };
  const archive = purge && hasWork(prefix, team, observed) ? await putAway() : null;
  await inPhase({ ...context, phase: 'objects' }, () =>
    applyPlan(connection, plan, { listener: planListener(bench.emit, team), signal: bench.signal }),
  );
  if (purge) await forgetLatest(bench, prefix, team);
  return { plan, archive };
}
