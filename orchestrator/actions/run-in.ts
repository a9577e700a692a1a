import type { Connection } from '../adapters/docker/connection.ts';
import { exec } from '../adapters/docker/exec.ts';
import type { RunInPbx } from '../adapters/pbx/run.ts';

/** Makes the function that runs commands in one container, for adapters that know no engine. */
export function runIn(connection: Connection, container: string): RunInPbx {
  return (command) => exec(connection, { container, command });
}
