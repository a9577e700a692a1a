import type { Connection } from '../../adapters/docker/connection.ts';
import { type EngineLimits, keepsQuotas } from '../../adapters/docker/machine/engine-limits.ts';
import { readText } from '../../adapters/engine/read-machine.ts';
import { freeSpace } from '../../adapters/files/free-space.ts';
import { labError } from '../../base/lab-error.ts';
import { type Shortage, shortage, teamNeed } from '../../model/class/shortage.ts';
import { teamList } from '../../model/numbering/team-number.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import type { DiskLimits } from '../../model/topology/desired.ts';
import { type ObservedLab, observedTeam } from '../../model/topology/observed.ts';
import type { Workbench } from '../workbench.ts';

/** Which teams are to be brought about, by which command. */
export interface RoomRequest {
  readonly connection: Connection;
  readonly plans: readonly TeamPlan[];
  /** The command as typed, without its options: `up`, `import class`. */
  readonly command: string;
  readonly stage?: string | undefined;
  readonly to?: string | undefined;
  readonly base?: string | undefined;
}

/** Throws `room-short`, before anything is made, when the engine's machine has not enough for all teams. */
export async function refuseShortage(
  { surroundings }: Pick<Workbench, 'surroundings'>,
  request: RoomRequest,
  observed: ObservedLab,
): Promise<void> {
  const needs = request.plans.map((plan) => teamNeed(plan, observedTeam(observed, plan.team)));
  // Who needs nothing asks nothing.
  if (needs.every(({ memory, disk }) => memory + disk === 0)) return;
  const { limits } = request.connection;
  const short = shortage(needs, await freeRoom(limits, surroundings));
  if (short !== null) throw roomShort(request, short);
}

/** What is free: of an engine elsewhere only how much memory its machine has is known. */
async function freeRoom(limits: EngineLimits, surroundings: Workbench['surroundings']) {
  const memory = surroundings.memory();
  if (!isHere(limits, surroundings))
    return { memory: limits.memory === 0 ? null : limits.memory, disk: null };
  return { memory: memory.free, disk: await freeSpace(limits.folder).catch(() => null) };
}

/** Two machines may have one name; that they have the same memory to the byte as well is unlikely. */
function isHere({ host, memory }: EngineLimits, surroundings: Workbench['surroundings']): boolean {
  return host === surroundings.identity().host && memory === surroundings.memory().total;
}

/** What of what containers write an engine can limit. */
export function diskLimits(
  { surroundings }: Pick<Workbench, 'surroundings'>,
  { limits }: Connection,
): DiskLimits & { readonly storage: string } {
  const { name: storage, limits: can } = limits.storage;
  const quotas =
    can === 'with-quotas' &&
    isHere(limits, surroundings) &&
    keepsQuotas(readText('/proc/self/mountinfo') ?? '', limits.folder);
  return { storage, layers: quotas || can === 'always', volumes: quotas };
}

function roomShort({ plans, command: typed, stage, to, base }: RoomRequest, short: Shortage) {
  const options = [
    ...(stage === undefined ? [] : [`--stage ${stage}`]),
    ...(to === undefined ? [] : [`--to ${to}`]),
    ...(base === undefined ? [] : [`--base ${base}`]),
  ];
  const { fitting, of } = short;
  const command = [`lab ${typed} --team ${teamList(fitting)}`, ...options].join(' ');
  return labError('room-short', {
    teams: plans.map(({ team }) => team),
    of,
    needed: gigabytes(short.needed),
    free: gigabytes(short.free),
    fitting: fitting.length,
    command,
  });
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(bytes < 1e9 ? 2 : 1)} GB`;
}
