import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { inPhase } from '../../base/event.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { isEmpty, isUntouched, observedTeam } from '../../model/topology/observed.ts';
import { registerLines } from '../phones/register-lines.ts';
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
export type ResetOutcome =
  | { readonly team: TeamNumber; readonly ok: true; readonly reset: TeamRenewed | null }
  | { readonly team: TeamNumber; readonly ok: false; readonly error: unknown };

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
  const { connection, prefix, teams, to } = request;
  const observed = await observe(connection, prefix);
  await agreeRenewal(bench, request, observed);
  const verb = to === undefined ? 'reset' : 'catch-up';
  const outcomes = teams.map(async (team): Promise<ResetOutcome> => {
    if (to === undefined && isUntouched(observedTeam(observed, team))) {
      return { team, ok: true, reset: null };
    }
    try {
      const claim = { connection, prefix, team, verb };
      const work = () => resetTeam(bench, request, team, verb);
      return { team, ok: true, reset: await withTeamLock(bench, claim, work) };
    } catch (error) {
      return { team, ok: false, error };
    }
  });
  const ended = await Promise.all(outcomes);
  // Ctrl-C is nobody's trouble: it is told as what it is, once, not as each team's failure.
  if (ended.some(({ ok }) => !ok)) bench.signal.throwIfAborted();
  return ended;
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
