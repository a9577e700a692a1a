import { execa } from 'execa';
import { labError } from '../../base/lab-error.ts';
import type { LaunchedDaemon, LaunchOptions } from './command.ts';

/** The daemon's own descriptors go to its log, so that it keeps writing when the tool is gone. */
const INTO_LOG = 'exec "$@" >>"$0" 2>&1';

/** Starts a command in a session of its own, its output added to a log file, and lets go of it. */
export async function launchDaemon(
  command: string,
  args: readonly string[],
  { env = {}, log }: LaunchOptions,
): Promise<LaunchedDaemon> {
  const daemon = execa('sh', ['-c', INTO_LOG, log, command, ...args], {
    reject: false,
    extendEnv: false,
    env: { ...env },
    stdio: 'ignore',
    detached: true,
    cleanup: false,
    cwd: '/',
  });
  daemon.unref();
  if (daemon.pid === undefined) throw labError('command-missing', { command }, await daemon);
  const { pid } = daemon;
  return { pid, exited: () => daemon.exitCode !== null || daemon.signalCode !== null };
}
