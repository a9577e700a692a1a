import type { Connection } from './connection.ts';
import { engineCall } from './engine-errors.ts';

/** What an engine's machine can hold containers to. Memory is the machine's, in bytes. */
export interface EngineLimits {
  readonly version: string;
  /** The limits that can't be enforced there: `memory`, `pids`, `cpu`. */
  readonly missing: readonly string[];
  readonly memory: number;
}

/** Asks an engine which limits its machine can enforce. */
export async function engineLimits({ client }: Connection): Promise<EngineLimits> {
  const info = await engineCall('ask for information', () => client.info());
  const limits = { memory: info?.MemoryLimit, pids: info?.PidsLimit, cpu: info?.CpuCfsQuota };
  return {
    version: String(info?.CgroupVersion ?? '1'),
    missing: Object.entries(limits)
      .filter(([, enforced]) => enforced === false)
      .map(([name]) => name),
    memory: Number(info?.MemTotal ?? 0),
  };
}
