import { LabError, labError } from '../../../base/lab-error.ts';
import type { EngineTools } from '../engine-tools.ts';
import type { EmbeddedPaths } from './paths.ts';

/** Seconds that another start or stop may take before this one gives up. */
const WAIT = 180;

/**
 * Takes the embedded engine for oneself, so that two commands never start or stop it at once.
 * The kernel drops the lock when its holder dies, however it dies: no stale lock exists.
 */
export async function lockEngine(
  { lock }: EmbeddedPaths,
  { shell }: EngineTools,
): Promise<AsyncDisposable> {
  const holding = ['sh', '-c', 'echo held; exec cat >/dev/null'];
  try {
    return await shell.hold('flock', ['--wait', String(WAIT), lock, ...holding], {
      within: (WAIT + 10) * 1000,
    });
  } catch (error) {
    const missing = error instanceof LabError && error.problem.code === 'command-missing';
    throw missing ? error : labError('engine-busy', { lock }, error);
  }
}
