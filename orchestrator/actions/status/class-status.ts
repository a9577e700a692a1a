import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { type LiveState, readLiveState } from '../../adapters/pbx/live/live-state.ts';
import { readPeers } from '../../adapters/pbx/peers.ts';
import { LabError } from '../../base/lab-error.ts';
import { digestsHash } from '../../model/configuration/configuration-hash.ts';
import { objectNames } from '../../model/numbering/names.ts';
import { ALL_TEAMS, type TeamNumber } from '../../model/numbering/team-number.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import {
  type ClassStatus,
  type KeptCheck,
  type KeptMark,
  objectCount,
  type WatchedTeam,
} from '../../model/status/class-status.ts';
import { type Registrations, teamStatus } from '../../model/topology/lab-status.ts';
import {
  begunWith,
  isEmpty,
  type ObservedLab,
  observedTeam,
} from '../../model/topology/observed.ts';
import { LOOKED_AT, lookIn, runIn } from '../run-in.ts';
import { plannedAs, type Standing } from '../status.ts';
import { latestCheck, latestMark } from './latest.ts';
import { changedAt, serverFacts } from './server-facts.ts';

/** Whose status to read; without teams, of every team that has anything in the engine. */
export interface StatusRequest extends Standing {
  readonly teams?: readonly TeamNumber[] | undefined;
  readonly stateFolder: string;
  /** Where it is written who is in a team's lab from elsewhere. */
  readonly sessions?: SessionBook | undefined;
}

/** Counts who is in a team's lab; its folder changes when somebody comes or goes. */
export interface SessionBook {
  readonly folder: string;
  readonly countOf: (team: TeamNumber) => Promise<number | null>;
}

/** Reads how the teams are: one look at the engine, then one command in each running PBX. */
export async function classStatus(request: StatusRequest): Promise<ClassStatus> {
  const { connection, prefix, stateFolder } = request;
  const observed = await observe(connection, prefix);
  const teams = shownTeams(request, observed).map(async (team) => {
    const own = observedTeam(observed, team);
    const plan = plannedAs(request, team, own);
    if (!isRunning(plan, own)) return watchedTeam(request, plan, own, null);
    const digests = (await latestMark(stateFolder, prefix, team)) !== null;
    const read = lookIn(connection, plan.pbx.container);
    const live = await orNull(readLiveState(read, { digests }));
    return watchedTeam(request, plan, own, live);
  });
  return { schema: 'lab-status/1', teams: await Promise.all(teams) };
}

/** The teams that were asked for, or those that have anything. */
export function shownTeams(
  { teams }: Pick<StatusRequest, 'teams'>,
  observed: ObservedLab,
): readonly TeamNumber[] {
  return teams ?? ALL_TEAMS.filter((team) => !isEmpty(observedTeam(observed, team)));
}

/** Whether there is an exchange to look into. */
export function isRunning({ pbx }: TeamPlan, { containers }: ObservedLab): boolean {
  return containers.some(({ name, state }) => name === pbx.container && state === 'running');
}

/** Puts together what the engine, the exchange and this machine know of a team. */
export async function watchedTeam(
  request: StatusRequest,
  plan: TeamPlan,
  observed: ObservedLab,
  live: LiveState | null,
): Promise<WatchedTeam> {
  const { connection, prefix, stateFolder, sessions } = request;
  const { team } = plan;
  const [registrations, check, mark, present] = await Promise.all([
    isRunning(plan, observed) ? registrationsOf(connection, plan, live) : null,
    latestCheck(stateFolder, prefix, team),
    latestMark(stateFolder, prefix, team),
    sessions?.countOf(team) ?? null,
  ]);
  // What was told of a team that is no more says nothing of the one that has its number now.
  const begun = begunWith(observed, objectNames(prefix, team)) === undefined ? null : live?.begun;
  const isOf = <T extends { readonly at: string }>(kept: T | null): kept is T =>
    kept !== null && begun !== null && secondsOf(kept.at) >= (begun ?? 0);
  return {
    ...teamStatus(plan, observed, registrations),
    ...serverFacts(live),
    objects: objectCount(plan, observed),
    check: isOf<KeptCheck>(check)
      ? { ...check, changedSince: isChangedSince(live, check.at) }
      : null,
    mark: isOf<KeptMark>(mark) ? shownMark(mark, live) : null,
    sessions: present,
  };
}

/** Who is registered; an exchange whose Perl is broken is asked in the ordinary way. */
async function registrationsOf(
  connection: Connection,
  { pbx }: TeamPlan,
  live: LiveState | null,
): Promise<Registrations> {
  if (live === null) {
    return orNull(readPeers(runIn(connection, pbx.container, LOOKED_AT)));
  }
  return live.installed ? live.peers : 'not-installed';
}

/** One team's trouble (a container that goes away meanwhile, a student's doing) is not the class's. */
async function orNull<T>(looking: Promise<T>): Promise<T | null> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof LabError) return null;
    throw error;
  }
}

function shownMark({ files, ...mark }: KeptMark, live: LiveState | null): WatchedTeam['mark'] {
  const digests = live?.digests ?? null;
  const changedSince =
    digests === null ? isChangedSince(live, mark.at) : digestsHash(digests) !== files;
  return { ...mark, changedSince };
}

function isChangedSince(live: LiveState | null, at: string): boolean {
  const changed = live === null ? null : changedAt(live);
  return changed !== null && changed > secondsOf(at);
}

function secondsOf(date: string): number {
  return new Date(date).getTime() / 1000;
}
