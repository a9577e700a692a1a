import type { Connection } from '../adapters/docker/connection.ts';
import { exec, execBytes } from '../adapters/docker/exec.ts';
import type { ReadFromPbx, RunInPbx } from '../adapters/pbx/run.ts';

/** Many times what any of our commands takes; a program that a team put in Asterisk's place may hang. */
const LISTENED_TO = 30_000;

/** Makes the function that runs commands in one container, for adapters that know no engine. */
export function runIn(connection: Connection, container: string): RunInPbx {
  return (command, stdin) =>
    exec(connection, {
      ...{ container, command, within: LISTENED_TO },
      ...(stdin !== undefined && { stdin }),
    });
}

/** The same for commands that print bytes. */
export function readIn(connection: Connection, container: string): ReadFromPbx {
  return (command) => execBytes(connection, { container, command, within: LISTENED_TO });
}
