import type { BenchLab } from '../bench-lab.ts';
import type { Contestant } from '../rounds.ts';

/** What the engine tells of a container's memory; the names depend on the version of cgroups. */
interface MemoryStats {
  readonly usage?: number;
  readonly stats?: { readonly total_cache?: number; readonly file?: number };
}

/**
 * The memory of a team that does nothing, in MiB: what the cgroups of its containers count, less the
 * page cache (`total_cache` of cgroup v1, `file` of v2), which the kernel takes back when it likes.
 */
export function idleMemory({ connection: { client }, decision: { plan } }: BenchLab): Contestant {
  const names = [plan.pbx.container, ...plan.stations.map(({ container }) => container)];
  return {
    name: 'idle memory',
    clear: async () => undefined,
    run: async () => {
      const each = await Promise.all(
        names.map(async (name) => {
          const found = await client.getContainer(name).stats({ stream: false });
          const { usage, stats } = found.memory_stats as MemoryStats;
          if (usage === undefined) throw new Error(`the engine counts no memory of ${name}`);
          return usage - (stats?.total_cache ?? stats?.file ?? 0);
        }),
      );
      return { 'idle team': each.reduce((sum, bytes) => sum + bytes, 0) / 2 ** 20 };
    },
  };
}
