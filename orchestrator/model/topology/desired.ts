import type { ContainerLimits } from '../definition/lab-definition.ts';
import type { StationPlan, TeamPlan } from '../numbering/team-plan.ts';
import type { ContainerSpec, DesiredLab, FileSpec } from './specs.ts';

/** The image of each role, as the engine knows it. */
export interface RoleImages {
  readonly pbx: string;
  readonly softphone: string;
}

/** Whether an engine can limit what a container writes into its own layer, and into a volume. */
export interface DiskLimits {
  readonly layers: boolean;
  readonly volumes: boolean;
}

/** What a desired lab is made of, all of it worked out elsewhere. */
export interface DesiredParts {
  readonly plan: TeamPlan;
  readonly stage: string;
  readonly images: RoleImages;
  readonly limits: { readonly pbx: ContainerLimits; readonly softphone: ContainerLimits };
  /** What of what is written the engine can limit. */
  readonly disk?: DiskLimits | undefined;
  /** The stage's files, by the path they have in the end: `/etc/asterisk/users.conf`. */
  readonly stageFiles: readonly { readonly path: string; readonly text: string }[];
  /** The configuration of each line of a station. */
  readonly lineFiles: (
    station: StationPlan,
  ) => readonly { readonly path: string; readonly text: string }[];
}

/** What of a team's work outlives its containers, and where the PBX has it. */
export const WORK_VOLUMES = [
  { key: 'config', path: '/etc/asterisk' },
  { key: 'voicemail', path: '/var/spool/asterisk/voicemail' },
  { key: 'home', path: '/root' },
] as const;

/** Where the PBX image looks for the files of a new team at its first boot. */
const STAGE_FOLDER = '/usr/share/lab/stage';

/** The user that baresip runs as in the softphone image. */
export const PHONE_USER = 1000;

/**
 * What Asterisk's service script and a root student need: file ownership, changing user, signals,
 * reading another user's /proc/PID/exe (start-stop-daemon), raw sockets for ping, tcpdump, sngrep.
 * Each one was left out in turn, and each time something of the sheet failed (images/pbx/README.md).
 */
export const PBX_CAPABILITIES = [
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'KILL',
  'NET_RAW',
  'SETGID',
  'SETUID',
  'SYS_PTRACE',
] as const;

/** Works out every object that one team's lab consists of. */
export function desiredLab(parts: DesiredParts): DesiredLab {
  const { plan, stage, limits, disk } = parts;
  const size = disk?.volumes ? (limits.pbx.diskBytes ?? undefined) : undefined;
  const { name, subnet, gateway, range } = plan.network;
  return {
    lab: plan.lab,
    team: plan.team,
    prefix: plan.prefix,
    base: plan.base,
    stage,
    network: { name, subnet, gateway, range },
    volumes: Object.values(plan.pbx.volumes).map((volume) => ({
      ...{ name: volume, stage },
      ...(size !== undefined && { size }),
    })),
    containers: [pbxSpec(parts), ...plan.stations.map((station) => stationSpec(parts, station))],
  };
}

function pbxSpec({ plan, images, limits, disk, stageFiles }: DesiredParts): ContainerSpec {
  const { container, hostName, address, volumes } = plan.pbx;
  return {
    name: container,
    role: 'pbx',
    image: images.pbx,
    hostName,
    network: plan.network.name,
    address,
    capabilities: PBX_CAPABILITIES,
    volumes: WORK_VOLUMES.map(({ key, path }) => ({ name: volumes[key], path })),
    ...bounds(limits.pbx, disk),
    files: [],
    seed: stageFiles.map(({ path, text }) => ({ path: `${STAGE_FOLDER}${path}`, text, owner: 0 })),
  };
}

function stationSpec(parts: DesiredParts, station: StationPlan): ContainerSpec {
  const { plan, images, limits, disk } = parts;
  const files: FileSpec[] = parts
    .lineFiles(station)
    .map((file) => ({ ...file, owner: PHONE_USER }));
  return {
    name: station.container,
    role: 'softphone',
    image: images.softphone,
    hostName: station.hostName,
    network: plan.network.name,
    address: station.address,
    capabilities: [],
    volumes: [],
    ...bounds(limits.softphone, disk),
    files,
    seed: [],
  };
}

function bounds(
  { memoryBytes, pids, cpus, shares, diskBytes }: ContainerLimits,
  can: DiskLimits | undefined,
): Pick<ContainerSpec, 'memory' | 'pids' | 'cpus' | 'shares' | 'disk'> {
  return { memory: memoryBytes, pids, cpus, shares, disk: can?.layers ? diskBytes : null };
}
