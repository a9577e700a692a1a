import { mkdir, readdir, rmdir } from 'node:fs/promises';
import type { Clock } from '../../../base/clock.ts';
import { pollUntil } from '../../../base/poll-until.ts';
import { currentMounts, type Mount } from './mounts.ts';
import type { EmbeddedPaths } from './paths.ts';

/** Where cgroup hierarchies are mounted, version 2 first, then by usefulness for finding people. */
export function cgroupHierarchies(mounts: readonly Mount[]): readonly string[] {
  const rank = ({ at, type }: Mount) => {
    if (type === 'cgroup2') return 0;
    return at.endsWith('/systemd') ? 1 : at.endsWith('/pids') ? 2 : 3;
  };
  return mounts
    .filter(({ type }) => type === 'cgroup' || type === 'cgroup2')
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ at }) => at);
}

/**
 * Makes the cgroup that the daemon itself starts in, and returns the file to join it by. One
 * hierarchy is enough: all that the daemon starts inherits it, so nothing can be lost from sight.
 */
export async function makeDaemonCgroup({ cgroup }: EmbeddedPaths): Promise<string> {
  const [hierarchy] = cgroupHierarchies(await currentMounts());
  if (hierarchy === undefined) return '/dev/null';
  const folder = `${hierarchy}/${cgroup}/engine`;
  await mkdir(folder, { recursive: true });
  return `${folder}/cgroup.procs`;
}

/** Removes the engine's empty cgroups from every hierarchy; returns those that stay. */
export async function removeCgroups(
  { cgroup }: EmbeddedPaths,
  clock: Clock,
): Promise<readonly string[]> {
  const hierarchies = cgroupHierarchies(await currentMounts());
  const look = async () => {
    const left = await Promise.all(hierarchies.map((at) => removeTree(`${at}/${cgroup}`)));
    return left.flat();
  };
  // The kernel empties a cgroup a little after the last process in it has ended.
  const { seen } = await pollUntil(look, (left) => left.length === 0, { clock, within: 5_000 });
  return seen;
}

/** A cgroup's files can't be removed one by one: only folders, from the deepest up. */
async function removeTree(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [];
  for (const entry of entries) {
    if (entry.isDirectory()) await removeTree(`${folder}/${entry.name}`);
  }
  try {
    await rmdir(folder);
    return [];
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : [folder];
  }
}
