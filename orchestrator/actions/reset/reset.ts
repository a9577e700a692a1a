import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { inPhase } from '../../base/event.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { isEmpty, isUntouched, observedTeam } from '../../model/topology/observed.ts';
import { refuseShortage } from '../class/engine-room.ts';
import { type Outcome, sideBySide } from '../class/side-by-side.ts';
import { registerLines } from '../phones/register-lines.ts';
import { plannedAs } from '../status.ts';
import { type CatchUp, decideTeam, type TeamDecision, type Wanted } from '../up/decide-team.ts';
import { refuseConflicts } from '../up/refuse-conflicts.ts';
import { withTeamLock } from '../with-team-lock.ts';
import type { Workbench } from '../workbench.ts';
import { agreeRenewal } from './agree-renewal.ts';
import { hasNothing, renewTeam, type TeamRenewed } from './renew-team.ts';

/** Which teams return to their stage, or (`to`) begin at that one, where. */
export interface ResetRequest extends Omit<Wanted, 'stage'> {
  readonly connection: Connection;
  readonly teams: readonly TeamNumber[];
  readonly to?: string | undefined;
}

/** What became of one team, or the error that kept it from its reset; null: it has nothing at all. */
export type ResetOutcome = Outcome<{ readonly reset: TeamRenewed | null }>;

/** Decides for each team that has anything, or is to begin; touches nothing. Taken subnets are `LabProblems`. */
export async function planReset(
  { surroundings }: Workbench,
  request: ResetRequest,
): Promise<readonly TeamDecision[]> {
  const { connection, prefix } = request;
  const observed = await observe(connection, prefix);
  const aim = aimOf(request);
  const teams = request.teams.filter(
    (team) => request.to !== undefined || !isEmpty(observedTeam(observed, team)),
  );
  const decisions = teams.map((team) => decideTeam(request, team, observed, aim));
  const plans = decisions.map(({ plan }) => plan);
  await refuseConflicts({ connection, surroundings, plans });
  return decisions;
}

/**
 * Returns teams to their stages, or gives them another one, side by side, after asking. A team's work
 * is archived first, or nothing is done to it. One team's trouble is its own outcome and stops no
 * other. A team that has nothing is left alone by a reset, and made by a catch-up.
 */
export async function reset(
  bench: Workbench,
  request: ResetRequest,
): Promise<readonly ResetOutcome[]> {
  const { connection, prefix, lab, teams, base, to } = request;
  const verb = to === undefined ? 'reset' : 'catch-up';
  const observed = await observe(connection, prefix);
  const concerned = teams.filter(
    (team) => to !== undefined || !isUntouched(observedTeam(observed, team)),
  );
  const plans = concerned.map((team) =>
    plannedAs({ ...lab, prefix }, team, observedTeam(observed, team), base),
  );
  await refuseShortage(bench, { connection, plans, command: verb, base, to }, observed);
  await agreeRenewal(bench, request, observed);
  const work = async (team: TeamNumber) => {
    if (!concerned.includes(team)) return { reset: null };
    const claim = { connection, prefix, team, verb };
    return { reset: await withTeamLock(bench, claim, () => resetTeam(bench, request, team, verb)) };
  };
  return sideBySide(bench, teams, { work, isWell: ({ reset }) => !reset?.lastWords });
}

async function resetTeam(
  bench: Workbench,
  { teams: _teams, to, ...wanted }: ResetRequest,
  team: TeamNumber,
  verb: string,
): Promise<TeamRenewed | null> {
  const { emit, clock, signal } = bench;
  if (to === undefined && (await hasNothing(wanted, team))) return null;
  return renewTeam(bench, {
    ...{ ...wanted, team, verb, aim: aimOf({ to }) },
    register: async ({ phones }, { plan, accounts }) => {
      if (!accounts) return;
      await inPhase({ phase: 'phones', team, emit, now: clock.now }, () =>
        registerLines(phones, plan, { emit, signal }),
      );
    },
  });
}

function aimOf({ to }: Pick<ResetRequest, 'to'>): 'reset' | CatchUp {
  return to === undefined ? 'reset' : { why: 'catch-up', stage: to };
}
