import type { LabDefinition } from '../definition/lab-definition.ts';
import { ROOM_ROLES, type RoomNames } from '../numbering/names.ts';
import type { TeamPlan } from '../numbering/team-plan.ts';
import { PBX_CAPABILITIES, PHONE_USER, type RoleImages } from './desired.ts';
import type { FileSpec } from './specs.ts';

/** Everything that one clean room consists of. */
export interface RoomSpec {
  readonly prefix: string;
  readonly team: number;
  /** Who has it, for others to read: what a dead process left can be told and swept away. */
  readonly holder: string;
  /** Holds the network; its addresses are the team's, the exchange's first. */
  readonly net: RoomContainer & { readonly addresses: readonly string[] };
  readonly pbx: RoomContainer;
  readonly phones: RoomContainer;
}

/** One container of a clean room. */
export interface RoomContainer {
  readonly name: string;
  readonly role: string;
  readonly image: string;
  readonly capabilities: readonly string[];
  readonly memory: number;
  readonly pids: number;
  readonly cpus: number;
  readonly shares: number;
  readonly files: readonly FileSpec[];
}

/** What a clean room is made of; the plan is the room's own. */
export interface RoomParts {
  readonly plan: TeamPlan;
  readonly names: RoomNames;
  readonly images: RoleImages;
  readonly limits: LabDefinition['limits'];
  readonly holder: string;
  readonly lineFiles: readonly { readonly path: string; readonly text: string }[];
}

/** To make a network; to see packets, which tcpdump does only if it may become the user that it is. */
const NET_CAPABILITIES = ['NET_ADMIN', 'NET_RAW', 'SETGID', 'SETUID'];

/** Works out a clean room: limits and capabilities are those of a team's own lab. */
export function roomSpec({ plan, names, images, limits, holder, lineFiles }: RoomParts): RoomSpec {
  const { prefix, team, pbx, stations } = plan;
  const addresses = [pbx.address, ...stations.map(({ address }) => address)];
  const bounds = (
    { memoryBytes, pids, cpus, shares }: LabDefinition['limits']['pbx'],
    times = 1,
  ) => ({
    memory: memoryBytes * times,
    pids: pids * times,
    cpus: cpus * times,
    shares: shares * times,
  });
  return {
    ...{ prefix, team, holder },
    net: {
      ...{ name: names.net, role: ROOM_ROLES.net, image: images.pbx, addresses, files: [] },
      ...{ capabilities: NET_CAPABILITIES, ...bounds(limits.pbx) },
    },
    pbx: {
      ...{ name: names.pbx, role: ROOM_ROLES.pbx, image: images.pbx, files: [] },
      ...{ capabilities: PBX_CAPABILITIES, ...bounds(limits.pbx) },
    },
    phones: {
      ...{ name: names.phones, role: ROOM_ROLES.phones, image: images.softphone },
      ...{ capabilities: [], ...bounds(limits.softphone, stations.length) },
      files: lineFiles.map((file) => ({ ...file, owner: PHONE_USER })),
    },
  };
}
