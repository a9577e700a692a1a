import type { Connection } from '../../adapters/docker/connection.ts';
import { startAgain, stopContainer } from '../../adapters/docker/guest/stand-still.ts';
import type { ObservedLab } from '../../model/topology/observed.ts';

/**
 * Does what has to be done before a team's PBX goes (archiving its work), while nothing runs in there:
 * nobody can save anything any more that the archive doesn't hold. Where that fails, the PBX runs again.
 */
export async function whileStill<T>(
  connection: Connection,
  { containers }: ObservedLab,
  work: () => Promise<T>,
): Promise<T> {
  const running = containers.filter(
    ({ role, state }) => role === 'pbx' && (state === 'running' || state === 'restarting'),
  );
  try {
    await Promise.all(running.map(({ name }) => stopContainer(connection, name)));
    return await work();
  } catch (error) {
    const starts = running.map(({ name }) => startAgain(connection, name));
    // What kept the work from being done is what is to be told, not what came of it.
    await Promise.allSettled(starts);
    throw error;
  }
}
