import type { ProcessIdentity } from '../../base/surroundings.ts';

/** Who holds a team's lock, for which verb and since when (ISO text). Kept as a label on the lock. */
export interface LockHolder extends ProcessIdentity {
  readonly verb: string;
  readonly since: string;
}

/** A lock as it was found: who holds it (null when its label can't be read), for how many ms. */
export interface FoundLock {
  readonly holder: LockHolder | null;
  readonly age: number;
}

/** What is needed to judge a lock: who we are, and whether a process of this machine lives. */
export interface LockJudge {
  readonly self: ProcessIdentity;
  readonly lives: (process: Pick<ProcessIdentity, 'pid' | 'started'>) => boolean;
}

/** Nothing that holds a team takes as long as this; of another machine's process only time can tell. */
const LONGEST = 15 * 60_000;

/** True when nobody holds the lock any more: its process is dead, its machine was rebooted, or it is old. */
export function isStale({ holder, age }: FoundLock, { self, lives }: LockJudge): boolean {
  if (holder === null) return age > LONGEST;
  if (isNeighbour(holder, self)) return !lives(holder);
  // A boot of the same machine since then. Two machines may have one name: its boot id proves nothing.
  const rebooted =
    holder.host === self.host && new Date(holder.since).getTime() < self.bootTime * 1000;
  return rebooted || age > LONGEST;
}

/** True when two processes see each other: the same boot of one machine, the same set of pids. */
export function isNeighbour(one: ProcessIdentity, other: ProcessIdentity): boolean {
  return one.boot !== '' && one.boot === other.boot && one.namespace === other.namespace;
}

/** Reads a lock's label; null when it isn't one of ours. */
export function readHolder(label: string | null): LockHolder | null {
  try {
    const value: unknown = JSON.parse(label ?? 'null');
    return isHolder(value) ? value : null;
  } catch {
    return null;
  }
}

const TEXTS = ['user', 'host', 'boot', 'namespace', 'started', 'verb', 'since'] as const;
const NUMBERS = ['pid', 'bootTime'] as const;

function isHolder(value: unknown): value is LockHolder {
  const found = value as Readonly<Record<string, unknown>> | null;
  if (typeof found !== 'object' || found === null) return false;
  return (
    TEXTS.every((key) => typeof found[key] === 'string') &&
    NUMBERS.every((key) => typeof found[key] === 'number')
  );
}
