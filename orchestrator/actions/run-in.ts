import type { Connection } from '../adapters/docker/connection.ts';
import { exec, execBytes } from '../adapters/docker/exec.ts';
import { MOST_LOOK } from '../adapters/pbx/live/live-state.ts';
import type { ReadFromPbx, RunInPbx } from '../adapters/pbx/run.ts';

/** Many times what any of our commands takes; a program that a team put in Asterisk's place may hang. */
const LISTENED_TO = 30_000;

/** The same for a look: it takes tenths of a second, and a whole class waits for the slowest (ms). */
export const LOOKED_AT = 4_000;

/** Makes the function that runs commands in one container, for adapters that know no engine. */
export function runIn(connection: Connection, container: string, within = LISTENED_TO): RunInPbx {
  return (command, stdin) =>
    exec(connection, {
      ...{ container, command, within },
      ...(stdin !== undefined && { stdin }),
    });
}

/** The same for commands that print bytes. */
export function readIn(connection: Connection, container: string): ReadFromPbx {
  return (command) => execBytes(connection, { container, command, within: LISTENED_TO });
}

/** The same for one look at an exchange, for no longer than that may take. */
export function lookIn(connection: Connection, container: string): ReadFromPbx {
  return (command) =>
    execBytes(connection, { container, command, within: LOOKED_AT, most: MOST_LOOK });
}
