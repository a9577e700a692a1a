/** What an engine's machine has, and what it can hold containers to. Memory is the machine's, in bytes. */
export interface EngineLimits {
  readonly cores: number;
  /** Of its control groups. */
  readonly version: string;
  /** The limits that can't be enforced there: `memory`, `pids`, `cpu`. */
  readonly missing: readonly string[];
  readonly memory: number;
  /** The name that the machine has for itself. */
  readonly host: string;
  /** The folder of that machine where containers and volumes are. */
  readonly folder: string;
  readonly storage: EngineStorage;
}

/** How an engine stores what containers write, and whether it can limit that. */
export interface EngineStorage {
  /** `overlay2 on extfs`. */
  readonly name: string;
  /** `with-quotas`: it can if the file system was mounted with project quotas. */
  readonly limits: 'always' | 'with-quotas' | 'never';
}

/** What an engine tells of its machine, as far as it is read here. */
export interface MachineAnswer {
  readonly NCPU?: number;
  readonly CgroupVersion?: string;
  readonly MemoryLimit?: boolean;
  readonly PidsLimit?: boolean;
  readonly CpuCfsQuota?: boolean;
  readonly MemTotal?: number;
  readonly Name?: string;
  readonly DockerRootDir?: string;
  readonly Driver?: string;
  readonly DriverStatus?: readonly (readonly [string, string])[] | null;
}

/** What an engine's answer says of its machine. Of one that doesn't say, the least is expected. */
export function engineLimits(answer: MachineAnswer): EngineLimits {
  const { NCPU = 0, MemoryLimit: memory, PidsLimit: pids, CpuCfsQuota: cpu } = answer;
  return {
    cores: Math.max(1, NCPU),
    version: answer.CgroupVersion ?? '1',
    missing: Object.entries({ memory, pids, cpu })
      .filter(([, enforced]) => enforced === false)
      .map(([name]) => name),
    memory: answer.MemTotal ?? 0,
    host: answer.Name ?? '',
    folder: answer.DockerRootDir ?? '',
    storage: engineStorage(answer.Driver ?? '', answer.DriverStatus ?? []),
  };
}

/** File systems that keep a size for each of their parts, whatever way they are mounted. */
const SIZED: readonly string[] = ['btrfs', 'zfs'];

/** What a storage driver and its status say of limits: `size` of a container's own layer. */
export function engineStorage(
  driver: string,
  status: readonly (readonly [string, string])[],
): EngineStorage {
  const [, backing] = status.find(([key]) => key === 'Backing Filesystem') ?? [];
  const name = backing === undefined || backing === driver ? driver : `${driver} on ${backing}`;
  if (SIZED.includes(driver)) return { name, limits: 'always' };
  if (driver === 'overlay2' && backing === 'xfs') return { name, limits: 'with-quotas' };
  return { name, limits: 'never' };
}

/** Whether the file system of a folder keeps project quotas, by the system's own list of mounts. */
export function keepsQuotas(mountinfo: string, folder: string): boolean {
  const mounts = mountinfo.split('\n').flatMap((line) => {
    const [own = '', superblock = ''] = line.split(' - ');
    const place = own.split(' ')[4];
    if (place === undefined || !`${folder}/`.startsWith(place === '/' ? '/' : `${place}/`))
      return [];
    return [{ place, options: superblock.split(' ').at(-1)?.split(',') ?? [] }];
  });
  // Of several at one place the last one covers the others.
  const nearest = mounts.reduce<(typeof mounts)[number] | null>(
    (best, mount) => (best !== null && mount.place.length < best.place.length ? best : mount),
    null,
  );
  return nearest?.options.some((option) => option === 'prjquota' || option === 'pquota') ?? false;
}
