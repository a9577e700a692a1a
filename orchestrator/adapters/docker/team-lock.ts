import { LABELS, ROLES } from '../../model/numbering/names.ts';
import type { Connection } from './connection.ts';
import { engineCall, engineError, statusOf } from './engine-errors.ts';

/** A lock to take. It is a container that is never started: the engine gives a name only once. */
export interface LockClaim {
  readonly name: string;
  readonly prefix: string;
  readonly team: number;
  readonly image: string;
  /** Who takes it, for others to read. */
  readonly holder: string;
}

/**
 * The lock, disposing gives it back; or the one that is there already, null while it is just being
 * made or removed: an engine gives a name away before there is a container, and keeps it after.
 */
export type LockOutcome =
  | { readonly taken: true; readonly lock: AsyncDisposable }
  | { readonly taken: false; readonly held: HeldLock | null };

/** A lock that somebody holds. Both times are the engine's own: clients' clocks may differ. */
export interface HeldLock {
  readonly id: string;
  readonly holder: string | null;
  readonly age: number;
}

/** How often a lock may go between being in the way and being looked at, where 500 says nothing. */
const TRIES = 3;

/** Takes a lock, or tells who has it. Never waits. */
export async function claimLock(
  connection: Connection,
  claim: LockClaim,
  tries = TRIES,
): Promise<LockOutcome> {
  const { name, prefix, team, image, holder } = claim;
  try {
    const { id } = await connection.client.createContainer({
      name,
      Image: image,
      Labels: {
        [LABELS.prefix]: prefix,
        [LABELS.team]: String(team),
        [LABELS.role]: ROLES.lock,
        [LABELS.holder]: holder,
      },
      HostConfig: { NetworkMode: 'none' },
    });
    return { taken: true, lock: ownLock(connection, id) };
  } catch (error) {
    const status = statusOf(error);
    const refused = engineError(error, `create ${name}`);
    if (status === null) throw refused;
    // A name that is taken is 409 with Docker. Podman has 500 for all: what is there decides.
    const found = await inspect(connection, name);
    if (found === null && status === 409) return { taken: false, held: null };
    if (found === null && tries > 1) return claimLock(connection, claim, tries - 1);
    const labels = found?.Config.Labels;
    if (found === null || labels?.[LABELS.role] !== ROLES.lock) throw refused;
    const age = (await engineTime(connection)) - new Date(found.Created).getTime();
    return { taken: false, held: { id: found.Id, holder: labels[LABELS.holder] ?? null, age } };
  }
}

/** Takes away a lock that nobody holds any more. By its id: another one may have its name by now. */
export async function breakLock({ client }: Connection, id: string): Promise<void> {
  const remove = () => client.getContainer(id).remove({ force: true });
  await engineCall(`remove ${id}`, remove, [404, 409]);
}

function ownLock(connection: Connection, id: string): AsyncDisposable {
  // What the work came to is what counts. A lock that can't be given back is stale once we have ended.
  const giveBack = () => breakLock(connection, id).catch(() => undefined);
  return { [Symbol.asyncDispose]: giveBack };
}

function inspect({ client }: Connection, name: string) {
  return engineCall(`look at ${name}`, () => client.getContainer(name).inspect(), [404]);
}

async function engineTime({ client }: Connection): Promise<number> {
  const info = await engineCall('ask for the time', () => client.info());
  return new Date(String(info?.SystemTime)).getTime();
}
