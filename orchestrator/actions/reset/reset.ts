import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { inPhase, type Phase } from '../../base/event.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { StationPlan } from '../../model/numbering/team-plan.ts';
import type { TeamStatus } from '../../model/topology/lab-status.ts';
import {
  isEmpty,
  isUntouched,
  type ObservedLab,
  observedTeam,
} from '../../model/topology/observed.ts';
import { archiveTeam } from '../archive-team.ts';
import { openEmptyPhones } from '../phones/open-phones.ts';
import { registerLines } from '../phones/register-lines.ts';
import { readTeamStatus } from '../status.ts';
import { carryOut } from '../up/carry-out.ts';
import { decideTeam, type TeamDecision, type Wanted } from '../up/decide-team.ts';
import { refuseConflicts } from '../up/refuse-conflicts.ts';
import { withTeamLock } from '../with-team-lock.ts';
import type { Workbench } from '../workbench.ts';
import { agreeReset } from './agree-reset.ts';

/** Which teams return to their stage, where. */
export interface ResetRequest extends Omit<Wanted, 'stage'> {
  readonly connection: Connection;
  readonly teams: readonly TeamNumber[];
}

/** What became of one team, or the error that kept it from its reset; null: it has nothing at all. */
export type ResetOutcome =
  | { readonly team: TeamNumber; readonly ok: true; readonly reset: TeamReset | null }
  | { readonly team: TeamNumber; readonly ok: false; readonly error: unknown };

/** One team that is as on its first day. */
export interface TeamReset {
  readonly decision: TeamDecision;
  /** The file that holds its work; null when it had none. */
  readonly archive: string | null;
  readonly status: TeamStatus;
  /** What Asterisk logged before it died; null while it lives. */
  readonly lastWords: readonly string[] | null;
}

/** Decides for each team that has anything; touches nothing. Taken subnets are `LabProblems`. */
export async function planReset(
  { surroundings }: Workbench,
  request: ResetRequest,
): Promise<readonly TeamDecision[]> {
  const { connection, prefix } = request;
  const observed = await observe(connection, prefix);
  const teams = request.teams.filter((team) => !isEmpty(observedTeam(observed, team)));
  const decisions = teams.map((team) => decideTeam(request, team, observed, 'reset'));
  const plans = decisions.map(({ plan }) => plan);
  await refuseConflicts({ connection, surroundings, plans });
  return decisions;
}

/**
 * Returns teams to their stages, side by side, after asking. A team's work is archived first, or
 * nothing is done to it. One team's trouble is its own outcome and stops no other.
 */
export async function reset(
  bench: Workbench,
  request: ResetRequest,
): Promise<readonly ResetOutcome[]> {
  const { connection, prefix, teams } = request;
  const observed = await observe(connection, prefix);
  await agreeReset(bench, request, observed);
  const outcomes = teams.map(async (team): Promise<ResetOutcome> => {
    if (isUntouched(observedTeam(observed, team))) return { team, ok: true, reset: null };
    try {
      const claim = { connection, prefix, team, verb: 'reset' };
      const work = () => resetTeam(bench, request, team);
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
  request: ResetRequest,
  team: TeamNumber,
): Promise<TeamReset | null> {
  const { connection, prefix } = request;
  const { emit, clock, signal, surroundings } = bench;
  const observed = await observe(connection, prefix);
  const own = observedTeam(observed, team);
  if (isEmpty(own)) return null;
  const decision = decideTeam(request, team, observed, 'reset');
  const { plan, accounts } = decision;
  if (own.networks.length === 0) await refuseConflicts({ connection, surroundings, plans: [plan] });
  const phase = <T>(name: Phase, work: () => Promise<T>) =>
    inPhase({ phase: name, team, emit, now: clock.now }, work);
  const archived = { connection, prefix, observed: own, team, reason: 'reset' };
  const archive =
    own.volumes.length > 0 ? await phase('archive', () => archiveTeam(bench, archived)) : null;
  signal.throwIfAborted();
  // Before the PBX goes: a reset that is killed and finished by `up` has emptied them too.
  await emptyPhones(bench, connection, standing(plan.stations, own));
  const readiness = await carryOut(bench, connection, decision);
  const look = async () =>
    readTeamStatus(connection, plan, observedTeam(await observe(connection, prefix), team));
  if (readiness.state === 'dead') {
    return { decision, archive, status: await look(), lastWords: readiness.log };
  }
  await using open = await openEmptyPhones({ connection, clock }, plan.stations, 'stop');
  if (accounts) await phase('phones', () => registerLines(open.phones, plan, { emit, signal }));
  return { decision, archive, status: await look(), lastWords: null };
}

/** The stations that run as they are: their lines have to be ended, the others' have ended already. */
function standing(stations: readonly StationPlan[], { containers }: ObservedLab) {
  return stations.filter(({ container }) =>
    containers.some(({ name, state }) => name === container && state === 'running'),
  );
}

async function emptyPhones(
  { clock }: Workbench,
  connection: Connection,
  stations: readonly StationPlan[],
): Promise<void> {
  await using _open = await openEmptyPhones({ connection, clock }, stations, 'stop');
}
