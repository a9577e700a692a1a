import type { Connection } from '../connection.ts';
import { engineCall } from '../engine-errors.ts';

/** Seconds that programs have to end by themselves; a PBX whose own scripts live needs less than one. */
const END_WITHIN = 3;

/** Ends all that runs in a container, whatever holds on to it. Where nothing runs, that was done. */
export async function stopContainer({ client }: Connection, container: string): Promise<void> {
  await engineCall(
    `stop ${container}`,
    () => client.getContainer(container).stop({ t: END_WITHIN }),
    [304, 404],
  );
}

/** Lets a container that was stopped run again. */
export async function startAgain({ client }: Connection, container: string): Promise<void> {
  await engineCall(`start ${container}`, () => client.getContainer(container).start(), [304]);
}
