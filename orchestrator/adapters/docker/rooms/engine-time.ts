import type { Connection } from '../connection.ts';
import { engineCall } from '../engine-errors.ts';

/** What the clock of the engine's machine says, which is that of every container: seconds since 1970. */
export async function engineTime({ client }: Connection): Promise<number | null> {
  const info = await engineCall('ask for the time', () => client.info());
  const time = new Date(String(info?.SystemTime)).getTime() / 1000;
  return Number.isNaN(time) ? null : time;
}
