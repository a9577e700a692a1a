import type { Connection } from '../adapters/docker/connection.ts';
import { exec, execBytes } from '../adapters/docker/exec.ts';
import type { ReadFromPbx, RunInPbx } from '../adapters/pbx/run.ts';

/** Makes the function that runs commands in one container, for adapters that know no engine. */
export function runIn(connection: Connection, container: string): RunInPbx {
  return (command, stdin) =>
    exec(connection, { container, command, ...(stdin !== undefined && { stdin }) });
}

/** The same for commands that print bytes. */
export function readIn(connection: Connection, container: string): ReadFromPbx {
  return (command) => execBytes(connection, { container, command });
}
