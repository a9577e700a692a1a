import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { inPhase, type Phase } from '../../base/event.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { StationPlan } from '../../model/numbering/team-plan.ts';
import type { TeamStatus } from '../../model/topology/lab-status.ts';
import { isEmpty, type ObservedLab, observedTeam } from '../../model/topology/observed.ts';
import { archiveTeam, hasWork, readyArchives } from '../archives/archive-team.ts';
import { whileStill } from '../archives/while-still.ts';
import { type OpenPhones, openEmptyPhones, renewLines } from '../phones/open-phones.ts';
import { readTeamStatus } from '../status.ts';
import { carryOut } from '../up/carry-out.ts';
import { type Aim, decideTeam, type TeamDecision, type Wanted } from '../up/decide-team.ts';
import { refuseConflicts } from '../up/refuse-conflicts.ts';
import type { Workbench } from '../workbench.ts';

/** Which team is made anew, where, and as what. */
export interface Renewing extends Omit<Wanted, 'stage'> {
  readonly connection: Connection;
  readonly team: TeamNumber;
  readonly aim: Exclude<Aim, 'up'>;
  /** The verb as typed: the archive of the work keeps it. */
  readonly verb: string;
  /** Gives the empty softphones their accounts, once Asterisk runs. */
  readonly register: (open: OpenPhones, decision: TeamDecision) => Promise<void>;
}

/** One team that was made anew. */
export interface TeamRenewed {
  readonly decision: TeamDecision;
  /** The file that holds the work it had; null when it had none. */
  readonly archive: string | null;
  readonly status: TeamStatus;
  /** What Asterisk logged before it died; null while it lives. */
  readonly lastWords: readonly string[] | null;
}

/**
 * Makes a team anew, whose lock must be ours: its work goes into an archive, or nothing is done; then
 * PBX, files and lines are as the aim says.
 */
export async function renewTeam(bench: Workbench, renewing: Renewing): Promise<TeamRenewed> {
  const { connection, prefix, team, aim } = renewing;
  const { emit, clock, signal, surroundings } = bench;
  const observed = await observe(connection, prefix);
  const own = observedTeam(observed, team);
  const decision = decideTeam(renewing, team, observed, aim);
  const { plan } = decision;
  if (own.networks.length === 0) await refuseConflicts({ connection, surroundings, plans: [plan] });
  const phase = <T>(name: Phase, work: () => Promise<T>) =>
    inPhase({ phase: name, team, emit, now: clock.now }, work);
  const keeps = hasWork(prefix, team, own);
  if (keeps) await readyArchives(bench);
  const kept: { archive: string | null } = { archive: null };
  const putAway = async () => {
    if (keeps) {
      kept.archive = await phase('archive', () => archiveTeam(bench, archived(renewing, own)));
    }
    signal.throwIfAborted();
    // Before the PBX goes: a reset that is killed and finished by `up` has emptied them too.
    const access = { connection, clock };
    await Promise.all(standing(plan.stations, own).map((station) => renewLines(access, station)));
    signal.throwIfAborted();
  };
  // Not before its turn: a team works on while those before it are made anew.
  const before = () => whileStill(connection, own, putAway);
  const readiness = await carryOut(bench, connection, decision, { before });
  const { archive } = kept;
  const look = async () =>
    readTeamStatus(connection, plan, observedTeam(await observe(connection, prefix), team));
  if (readiness.state === 'dead') {
    return { decision, archive, status: await look(), lastWords: readiness.log };
  }
  await using open = await openEmptyPhones({ connection, clock }, plan.stations, 'stop');
  if (readiness.state === 'ready') await renewing.register(open, decision);
  return { decision, archive, status: await look(), lastWords: null };
}

function archived({ connection, prefix, team, verb }: Renewing, observed: ObservedLab) {
  return { connection, prefix, observed, team, reason: verb };
}

/** True when there is nothing of a team that could be made anew. */
export async function hasNothing(
  { connection, prefix }: Pick<Renewing, 'connection' | 'prefix'>,
  team: TeamNumber,
): Promise<boolean> {
  return isEmpty(observedTeam(await observe(connection, prefix), team));
}

/** The stations that run as they are: their lines have to be ended, the others' have ended already. */
function standing(stations: readonly StationPlan[], { containers }: ObservedLab) {
  return stations.filter(({ container }) =>
    containers.some(({ name, state }) => name === container && state === 'running'),
  );
}
