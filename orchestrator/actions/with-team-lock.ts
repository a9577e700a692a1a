import type { Connection } from '../adapters/docker/connection.ts';
import { listImages } from '../adapters/docker/images.ts';
import {
  breakLock,
  claimLock,
  type HeldLock,
  type LockOutcome,
} from '../adapters/docker/team-lock.ts';
import { type LabError, labError } from '../base/lab-error.ts';
import { pollUntil } from '../base/poll-until.ts';
import { objectNames } from '../model/numbering/names.ts';
import type { TeamNumber } from '../model/numbering/team-number.ts';
import {
  type FoundLock,
  isNeighbour,
  isStale,
  type LockHolder,
  readHolder,
} from '../model/topology/lock-holder.ts';
import type { Workbench } from './workbench.ts';

/** Whose lock to take, and for which verb. */
export interface TeamLockRequest {
  readonly connection: Connection;
  readonly prefix: string;
  readonly team: TeamNumber;
  readonly verb: string;
  /** How long to wait for whoever has it, in ms. */
  readonly patience?: number | undefined;
}

/** Longer than any verb that goes well. */
const PATIENCE = 120_000;

/** Two commands in a row are nobody's news; a wait that a person can feel is told. */
const TELL_AFTER = 1_000;

const EVERY = 100;

/**
 * Does work on a team while nobody else does, whatever machine they are at. Waits for whoever is at
 * it, and tells so; `team-locked` when that takes too long. What a dead process left is taken over.
 */
export async function withTeamLock<T>(
  bench: Workbench,
  request: TeamLockRequest,
  work: () => Promise<T>,
): Promise<T> {
  await using _lock = await takeLock(bench, request);
  return await work();
}

async function takeLock(bench: Workbench, request: TeamLockRequest): Promise<AsyncDisposable> {
  const { clock, signal, surroundings, emit } = bench;
  const { connection, prefix, team, verb, patience: within = PATIENCE } = request;
  const image = (await listImages(connection)).find(({ role }) => role !== 'base');
  // Without an image nobody can hold a lock, nor can anything of a team run. (A base has no command.)
  if (image === undefined) return { [Symbol.asyncDispose]: async () => undefined };
  const self = surroundings.identity();
  const since = clock.date().toISOString();
  const holder = JSON.stringify({ ...self, verb, since } satisfies LockHolder);
  const name = objectNames(prefix, team).lock;
  const claim = { name, prefix, team, image: image.tag, holder };
  const began = clock.now();
  let told = false;
  const look = async () => {
    const outcome = await claimOver(bench, connection, claim);
    if (outcome.taken || outcome.held === null) return outcome;
    if (told || clock.now() - began < TELL_AFTER) return outcome;
    told = true;
    emit({ type: 'lock-held', team, ...tellable(foundLock(outcome.held)) });
    return outcome;
  };
  const options = { clock, within, every: EVERY, signal };
  const { seen } = await pollUntil(look, ({ taken }) => taken, options);
  if (seen.taken) return seen.lock;
  throw teamLocked(bench, team, { name, found: foundLock(seen.held) });
}

/** Takes the lock; one that nobody holds any more is broken first. */
async function claimOver(
  { surroundings }: Workbench,
  connection: Connection,
  claim: Parameters<typeof claimLock>[1],
): Promise<LockOutcome> {
  const outcome = await claimLock(connection, claim);
  const judge = { self: surroundings.identity(), lives: surroundings.lives };
  if (outcome.taken || outcome.held === null) return outcome;
  if (!isStale(foundLock(outcome.held), judge)) return outcome;
  await breakLock(connection, outcome.held.id);
  return claimLock(connection, claim);
}

function foundLock(held: HeldLock | null): FoundLock {
  return { holder: readHolder(held?.holder ?? null), age: held?.age ?? 0 };
}

/** Who has it, as a person wants to know it. */
function tellable({ holder, age }: FoundLock) {
  const { user, host, pid, verb } = holder ?? { user: '?', host: '?', pid: 0, verb: '?' };
  return { user, host, pid, verb, seconds: Math.max(0, Math.round(age / 1000)) };
}

function teamLocked(
  { surroundings }: Workbench,
  team: TeamNumber,
  { name, found }: { readonly name: string; readonly found: FoundLock },
): LabError {
  const here = found.holder !== null && isNeighbour(found.holder, surroundings.identity());
  return labError('team-locked', { team, ...tellable(found), lock: name, here });
}
