import { readdir, rm } from 'node:fs/promises';
import type { EngineTools } from '../engine-tools.ts';
import { currentMounts, type Mount } from './mounts.ts';
import type { EmbeddedPaths } from './paths.ts';

const NAMESPACES = '/run/netns';

/** True when the namespace's file is a live one: after a reboot it may be an empty leftover. */
export function isNamespaceMounted(
  mounts: readonly Mount[],
  { namespaceFile }: EmbeddedPaths,
): boolean {
  return mounts.some(({ at, type }) => at === namespaceFile && type === 'nsfs');
}

/** Makes the engine's network namespace if it isn't there: loopback only, no way out. */
export async function makeNamespace(paths: EmbeddedPaths, { shell }: EngineTools): Promise<void> {
  if (!isNamespaceMounted(await currentMounts(), paths)) {
    await rm(paths.namespaceFile, { force: true });
    await shell.run('ip', ['netns', 'add', paths.namespace]);
  }
  await shell.run('nsenter', [`--net=${paths.namespaceFile}`, 'ip', 'link', 'set', 'lo', 'up']);
}

/** Removes the namespace, and with it its bridges and packet rules. */
export async function removeNamespace(paths: EmbeddedPaths, { shell }: EngineTools): Promise<void> {
  if (isNamespaceMounted(await currentMounts(), paths)) {
    await shell.run('ip', ['netns', 'delete', paths.namespace], { mayFail: true });
  }
  await rm(paths.namespaceFile, { force: true });
  await leaveFolder({ shell });
}

/** `ip netns add` mounts its folder on itself; whoever takes the last namespace takes that too. */
async function leaveFolder({ shell }: Pick<EngineTools, 'shell'>): Promise<void> {
  const mounted = (await currentMounts()).some(({ at }) => at === NAMESPACES);
  const names = await readdir(NAMESPACES).catch(() => []);
  if (mounted && names.length === 0) await shell.run('umount', [NAMESPACES], { mayFail: true });
}
