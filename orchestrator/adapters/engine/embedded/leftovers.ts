import { readdir, readFile, rm } from 'node:fs/promises';
import { pollUntil } from '../../../base/poll-until.ts';
import type { EngineTools } from '../engine-tools.ts';
import { unmountAll } from './mounts.ts';
import type { EmbeddedPaths } from './paths.ts';
import { livingProcesses, signalAll } from './processes.ts';

/** Kills what lives of the engine until nothing does; returns what could not be killed. */
export async function killEverything(
  paths: EmbeddedPaths,
  { clock }: EngineTools,
): Promise<readonly number[]> {
  const look = async () => {
    const { daemon, containerd, others } = await livingProcesses(paths);
    const all = [...daemon, ...containerd, ...others];
    signalAll(all, 'SIGKILL');
    return all;
  };
  const { seen } = await pollUntil(look, (all) => all.length === 0, { clock, within: 15_000 });
  return seen;
}

/** Kills the daemon and its containerd; containers and their shims live on (live-restore). */
export async function killDaemon(paths: EmbeddedPaths, { clock }: EngineTools): Promise<void> {
  const look = async () => {
    const { daemon, containerd } = await livingProcesses(paths);
    signalAll([...daemon, ...containerd], 'SIGKILL');
    return daemon.length + containerd.length;
  };
  await pollUntil(look, (count) => count === 0, { clock, within: 15_000 });
}

/**
 * Clears the running state of an engine of which nothing lives: mounts, sockets, pid files.
 * After a reboot they still name processes that are other people's by now.
 */
export async function clearRunningState(paths: EmbeddedPaths, tools: EngineTools): Promise<void> {
  await removeShimSockets(paths);
  await unmountAll(paths.root, tools);
  for (const path of [paths.exec, paths.socket, paths.pidFile]) {
    await rm(path, { recursive: true, force: true });
  }
}

/** containerd keeps the sockets of its shims outside our folder; a killed shim leaves its own. */
async function removeShimSockets({ exec }: EmbeddedPaths): Promise<void> {
  const bundles = `${exec}/containerd/daemon/io.containerd.runtime.v2.task/moby`;
  for (const id of await readdir(bundles).catch(() => [])) {
    const address = await readFile(`${bundles}/${id}/address`, 'utf8').catch(() => '');
    const [, socket] = /^unix:\/\/(\/run\/containerd\/s\/[0-9a-f]+)$/.exec(address.trim()) ?? [];
    if (socket !== undefined) await rm(socket, { force: true });
  }
}
