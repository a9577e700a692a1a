import { followEngine } from '../../adapters/docker/events/engine-events.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { latestFolder } from '../../adapters/files/latest/latest-file.ts';
import { watchFolder } from '../../adapters/files/latest/watch-folder.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { ClassStatus } from '../../model/status/class-status.ts';
import { type ObservedLab, observedTeam } from '../../model/topology/observed.ts';
import { plannedAs } from '../status.ts';
import type { Workbench } from '../workbench.ts';
import { isRunning, type StatusRequest, shownTeams, watchedTeam } from './class-status.ts';
import { type FollowedPbx, followPbx } from './followed-pbx.ts';

/**
 * Shows how the teams are, and again after each change, until Ctrl-C. Nobody is asked over and over:
 * the engine, each exchange and this machine tell when something has happened.
 */
export async function watchClass(
  bench: Workbench,
  request: StatusRequest,
  show: (status: ClassStatus) => void,
): Promise<void> {
  const ended = new AbortController();
  const signal = AbortSignal.any([bench.signal, ended.signal]);
  const bell = createBell(signal);
  let stale = true;
  const engine = followEngine(
    request.connection,
    request.prefix,
    () => {
      stale = true;
      bell.ring();
    },
    signal,
  );
  const followed = new Map<TeamNumber, FollowedPbx>();
  const follow = async () => {
    const folders = [latestFolder(request.stateFolder), request.sessions?.folder ?? []].flat();
    const kept = folders.map((folder) => watchFolder(folder, bell.ring, signal));
    let observed: ObservedLab | null = null;
    while (!signal.aborted) {
      if (stale || observed === null) {
        stale = false;
        observed = await observe(request.connection, request.prefix);
        followRunning({ bench, request, observed, followed, changed: bell.ring, signal });
      }
      await Promise.all([...followed.values()].map(({ looked }) => looked));
      const status = await statusOf(request, observed, followed);
      if (!signal.aborted) show(status);
      await bell.rung();
    }
    await Promise.all(kept);
  };
  try {
    await Promise.race([engine, follow()]);
  } catch (error) {
    if (!bench.signal.aborted) throw error;
  } finally {
    ended.abort();
    engine.catch(() => undefined);
    await Promise.all([...followed.values()].map(({ done }) => done));
  }
}

async function statusOf(
  request: StatusRequest,
  observed: ObservedLab,
  followed: ReadonlyMap<TeamNumber, FollowedPbx>,
): Promise<ClassStatus> {
  const teams = shownTeams(request, observed).map((team) => {
    const own = observedTeam(observed, team);
    const live = followed.get(team)?.state() ?? null;
    return watchedTeam(request, plannedAs(request, team, own), own, live);
  });
  return { schema: 'lab-status/1', teams: await Promise.all(teams) };
}

interface Following {
  readonly bench: Workbench;
  readonly request: StatusRequest;
  readonly observed: ObservedLab;
  readonly followed: Map<TeamNumber, FollowedPbx>;
  readonly changed: () => void;
  readonly signal: AbortSignal;
}

/** Begins to follow each exchange that runs now, and lets go of those that don't, or are others now. */
function followRunning({ bench, request, observed, followed, changed, signal }: Following): void {
  const { connection } = request;
  const running = shownTeams(request, observed).flatMap((team) => {
    const own = observedTeam(observed, team);
    const plan = plannedAs(request, team, own);
    const found = own.containers.find(({ name }) => name === plan.pbx.container);
    return found !== undefined && isRunning(plan, own) ? [{ team, id: found.id }] : [];
  });
  for (const [team, { id, leave }] of followed) {
    if (running.some((one) => one.team === team && one.id === id)) continue;
    leave();
    followed.delete(team);
  }
  for (const { team, id } of running) {
    if (followed.has(team)) continue;
    followed.set(team, followPbx({ connection, id, clock: bench.clock, changed, signal }));
  }
}

/** What has rung since the last time is heard once. */
function createBell(signal: AbortSignal) {
  let [rang, answer]: [boolean, () => void] = [false, () => undefined];
  const ring = () => {
    rang = true;
    answer();
  };
  signal.addEventListener('abort', ring);
  const rung = async (): Promise<void> => {
    if (!rang) {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
    }
    rang = false;
  };
  return { ring, rung };
}
