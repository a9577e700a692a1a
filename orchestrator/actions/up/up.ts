import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { inPhase, type Phase } from '../../base/event.ts';
import { allPassed, type CheckReport } from '../../model/marking/check-report.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { allRegistered, type TeamStatus } from '../../model/topology/lab-status.ts';
import { observedTeam } from '../../model/topology/observed.ts';
import { checkTeam, liveLabFor, type TeamCheck } from '../check/check-team.ts';
import { openedAhead } from '../check/opened-ahead.ts';
import { refuseShortage } from '../class/engine-room.ts';
import { type Outcome, sideBySide } from '../class/side-by-side.ts';
import { sweepRooms } from '../grade/sweep-rooms.ts';
import { areProven } from '../phones/proof-mark.ts';
import { plannedAs, readTeamStatus } from '../status.ts';
import { withTeamLock } from '../with-team-lock.ts';
import type { Workbench } from '../workbench.ts';
import { carryOut } from './carry-out.ts';
import { decideTeam, type TeamDecision, type Wanted } from './decide-team.ts';
import { refuseConflicts } from './refuse-conflicts.ts';

/** Which teams to bring up, where. */
export interface UpRequest extends Wanted {
  readonly connection: Connection;
  readonly teams: readonly TeamNumber[];
}

/** How one team came up, or the error that kept it from it. */
export type TeamOutcome = Outcome<{ readonly up: TeamUp }>;

/** One team that is up. */
export interface TeamUp {
  readonly decision: TeamDecision;
  readonly status: TeamStatus;
  /** Null when nothing was changed and all was proven before, or where there is nothing to check. */
  readonly checks: CheckReport | null;
  /** What Asterisk logged before it died; null while it lives. */
  readonly lastWords: readonly string[] | null;
}

/** Reads the engine and decides for each team; touches nothing. Taken subnets are `LabProblems`. */
export async function planUp(
  { surroundings }: Workbench,
  request: UpRequest,
): Promise<readonly TeamDecision[]> {
  const { connection, teams, prefix } = request;
  const observed = await observe(connection, prefix);
  const decisions = teams.map((team) => decideTeam(request, team, observed));
  const plans = decisions.map(({ plan }) => plan);
  await refuseConflicts({ connection, surroundings, plans });
  return decisions;
}

/**
 * Brings teams up, side by side, if the engine's machine has room for all of them. One team's trouble
 * is its own outcome and stops no other. What a grading that was killed left at work goes first: it
 * would slow them down.
 */
export async function up(bench: Workbench, request: UpRequest): Promise<readonly TeamOutcome[]> {
  const { connection, prefix, lab, teams, stage, base } = request;
  const { surroundings } = bench;
  await sweepRooms(bench, connection, prefix);
  const observed = await observe(connection, prefix);
  const plans = teams.map((team) =>
    plannedAs({ ...lab, prefix }, team, observedTeam(observed, team), base),
  );
  await refuseShortage(bench, { connection, plans, command: 'up', stage, base }, observed);
  const work = async (team: TeamNumber) => {
    // Before the team's lock is taken: of a refused team nothing at all is touched.
    const { plan } = decideTeam(request, team, observed);
    await refuseConflicts({ connection, surroundings, plans: [plan] });
    return { up: await lockedUp(bench, request, team) };
  };
  return sideBySide(bench, teams, {
    work,
    isWell: ({ up: { checks, lastWords } }) =>
      lastWords === null && (checks === null || allPassed(checks)),
  });
}

/** Decided again once nobody else is at the team: what pre-flight saw may be long ago. */
function lockedUp(bench: Workbench, request: UpRequest, team: TeamNumber): Promise<TeamUp> {
  const { connection, prefix } = request;
  return withTeamLock(bench, { connection, prefix, team, verb: 'up' }, async () =>
    upTeam(bench, request, decideTeam(request, team, await observe(connection, prefix))),
  );
}

async function upTeam(
  bench: Workbench,
  { connection, prefix, lab }: UpRequest,
  decision: TeamDecision,
): Promise<TeamUp> {
  const { team, plan, stage, operations, accounts } = decision;
  const { emit, clock } = bench;
  const phase = <T>(name: Phase, work: () => Promise<T>) =>
    inPhase({ phase: name, team, emit, now: clock.now }, work);
  const justMade = areNew(decision);
  const check: TeamCheck = {
    ...{ connection, lab, plan, stage, justMade },
    ...{ quick: true, leave: 'planned' },
  };
  await using live = openedAhead(() => liveLabFor(bench, check));
  // Nobody can have used phones that were made just now: they are taken while Asterisk boots.
  const readiness = await carryOut(bench, connection, decision, {
    onStarted: () => {
      if (accounts && justMade) live.begin();
    },
  });
  const look = async () =>
    readTeamStatus(connection, plan, observedTeam(await observe(connection, prefix), team));
  const isProven = async () =>
    allRegistered(await look()) && (await areProven(connection, plan.stations));
  const asItIs = async (lastWords: readonly string[] | null): Promise<TeamUp> => {
    return { decision, status: await look(), checks: null, lastWords };
  };
  if (readiness.state === 'dead') return asItIs(readiness.log);
  if (readiness.state === 'not-installed') return asItIs(decision.installed ? [] : null);
  if (!accounts || (operations.operations.length === 0 && (await isProven()))) return asItIs(null);
  const checks = await phase('checks', () =>
    checkTeam(bench, check, { live: live.take(), readiness }),
  );
  return { decision, status: await look(), checks, lastWords: null };
}

/** Every station is made by this very plan. */
function areNew({ plan, operations: { operations } }: TeamDecision): boolean {
  const made = operations.filter(({ action }) => action.kind === 'create-container');
  return plan.stations.every(({ container }) => made.some(({ target }) => target === container));
}
