import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { labError } from '../../../base/lab-error.ts';
import { pollUntil } from '../../../base/poll-until.ts';
import type { EngineTools } from '../engine-tools.ts';
import { removeCgroups } from './cgroups.ts';
import { engineAnswers, stopContainers } from './engine-api.ts';
import { lockEngine } from './engine-lock.ts';
import { clearRunningState, killEverything } from './leftovers.ts';
import { currentMounts, mountsUnder } from './mounts.ts';
import { isNamespaceMounted, removeNamespace } from './namespace.ts';
import type { EmbeddedPaths } from './paths.ts';
import { livingProcesses, signalAll } from './processes.ts';

/** How long the daemon may take to leave by itself. */
const EXIT_DEADLINE = 20_000;

/** Whether there was anything to stop. */
export type StopOutcome = 'stopped' | 'was-not-running';

/**
 * Stops the embedded engine and everything in it, and keeps its data. Afterwards no process, mount,
 * namespace, packet rule or cgroup of it is left — whatever state it was in — or it is an error.
 */
export async function stopEngine(paths: EmbeddedPaths, tools: EngineTools): Promise<StopOutcome> {
  if (!existsSync(dirname(paths.lock))) return 'was-not-running';
  await using _lock = await lockEngine(paths, tools);
  return await stopLocked(paths, tools);
}

/** Stops the engine and deletes all it held: images, containers, volumes. */
export async function purgeEngine(paths: EmbeddedPaths, tools: EngineTools): Promise<void> {
  if (!existsSync(dirname(paths.lock))) return;
  await using _lock = await lockEngine(paths, tools);
  await stopLocked(paths, tools);
  await rm(paths.root, { recursive: true, force: true });
}

async function stopLocked(paths: EmbeddedPaths, tools: EngineTools): Promise<StopOutcome> {
  const { daemon, containerd, others } = await livingProcesses(paths);
  if (await engineAnswers(paths.socket)) await leaveGracefully(paths, tools);
  const alive = await killEverything(paths, tools);
  await clearRunningState(paths, tools);
  await removeNamespace(paths, tools);
  const cgroups = await removeCgroups(paths, tools.clock);
  const mounts = await currentMounts();
  const left = [
    ...alive.map((pid) => `/proc/${pid}`),
    ...mountsUnder(mounts, paths.root),
    ...(isNamespaceMounted(mounts, paths) ? [paths.namespaceFile] : []),
    ...cgroups,
  ];
  if (left.length > 0) throw labError('engine-stop-incomplete', { left });
  const had = daemon.length + containerd.length + others.length > 0;
  return had ? 'stopped' : 'was-not-running';
}

/** Live-restore would keep the containers running without the daemon: they are stopped first. */
async function leaveGracefully(paths: EmbeddedPaths, { clock }: EngineTools): Promise<void> {
  // What goes wrong here is only lost politeness: whatever still lives is killed next.
  await stopContainers(paths.socket).catch(() => undefined);
  const { daemon } = await livingProcesses(paths);
  signalAll(daemon, 'SIGTERM');
  const gone = async () => (await livingProcesses(paths)).daemon.length === 0;
  await pollUntil(gone, Boolean, { clock, within: EXIT_DEADLINE });
}
