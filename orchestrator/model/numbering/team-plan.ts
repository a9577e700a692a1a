import { type NetworkAddresses, networkAddresses } from './addresses.ts';
import {
  type ContextLayout,
  type Layout,
  MOST_LINES,
  type StationLayout,
  type UserLayout,
} from './layout.ts';
import { objectNames, pbxHostName, stationHostName } from './names.ts';
import type { TeamNumber } from './team-number.ts';

/** Everything that has a number, an address or a name in one team's lab. Frozen. */
export interface TeamPlan {
  readonly lab: string;
  readonly team: TeamNumber;
  readonly prefix: string;
  readonly base: string;
  readonly network: { readonly name: string } & Pick<
    NetworkAddresses,
    'subnet' | 'gateway' | 'range'
  >;
  readonly pbx: PbxPlan;
  readonly contexts: readonly ContextPlan[];
  readonly stations: readonly StationPlan[];
}

/** The exchange: container, host name, address and the volumes that hold the team's work. */
export interface PbxPlan {
  readonly container: string;
  readonly hostName: string;
  readonly address: string;
  readonly volumes: { readonly config: string; readonly voicemail: string; readonly home: string };
}

/** One context with its numbers: finance of team 3 has `_31XX` and voicemail 3199. */
export interface ContextPlan {
  readonly name: string;
  readonly pattern: string;
  readonly voicemail: string;
  readonly users: readonly UserPlan[];
}

/** One account: its extension is also its SIP name and its mailbox. */
export interface UserPlan {
  readonly extension: string;
  readonly user: string;
  readonly fullName: string;
  readonly context: string;
  readonly secret: string;
  readonly mailbox: string;
  readonly pin: string;
}

/** One softphone container and the lines in it. */
export interface StationPlan {
  readonly name: string;
  readonly container: string;
  readonly hostName: string;
  readonly address: string;
  readonly lines: readonly LinePlan[];
}

/** One softphone process: its place in the station, its ports and the account it gets at first. */
export interface LinePlan {
  readonly slot: number;
  readonly extension: string;
  readonly sipPort: number;
  readonly controlPort: number;
  readonly rtpPorts: { readonly first: number; readonly last: number };
}

/** Who asks: the prefix of names, and another base than the lab's when given. */
export interface PlanOptions {
  readonly prefix: string;
  readonly base?: string | undefined;
}

/** Works out team X's whole plan. Pure: the same three arguments give the same plan. */
export function teamPlan(team: TeamNumber, layout: Layout, options: PlanOptions): TeamPlan {
  const base = options.base ?? layout.base;
  const addresses = networkAddresses(base, team);
  const names = objectNames(options.prefix, team);
  const { subnet, gateway, range } = addresses;
  return deepFreeze({
    lab: layout.lab,
    team,
    prefix: options.prefix,
    base,
    network: { name: names.network, subnet, gateway, range },
    pbx: {
      container: names.pbx,
      hostName: pbxHostName(team),
      address: addresses.pbx,
      volumes: names.volumes,
    },
    contexts: layout.contexts.map((context) => contextPlan(team, context)),
    stations: layout.stations.map((station) => ({
      name: station.name,
      container: names.station(station.name),
      hostName: stationHostName(station.name, team),
      address: addresses.host(station.host),
      lines: linePlans(team, station),
    })),
  });
}

function contextPlan(team: TeamNumber, context: ContextLayout): ContextPlan {
  return {
    name: context.name,
    pattern: `_${team}${context.digit}XX`,
    voicemail: `${team}${context.voicemail}`,
    users: context.users.map((user) => userPlan(team, context.name, user)),
  };
}

function userPlan(team: TeamNumber, context: string, user: UserLayout): UserPlan {
  const extension = `${team}${user.suffix}`;
  const { fullName, secret, pin } = user;
  return { extension, user: `u${extension}`, fullName, context, secret, mailbox: extension, pin };
}

function linePlans(team: TeamNumber, station: StationLayout): readonly LinePlan[] {
  return station.lines.map((suffix, index) => linePlan(index + 1, `${team}${suffix}`));
}

/** SIP ports step by two and RTP ranges by a hundred, so that lines of a station never meet. */
export function linePlan(slot: number, extension: string): LinePlan {
  const index = slot - 1;
  return {
    slot,
    extension,
    sipPort: 5060 + 2 * index,
    controlPort: 4440 + index,
    rtpPorts: { first: 10_000 + 100 * index, last: 10_098 + 100 * index },
  };
}

/** A line that stands for a while beside one of a station: its ports are nobody else's. */
export function guestBeside({ slot, extension }: LinePlan): LinePlan {
  return linePlan(MOST_LINES + slot, extension);
}

/** Every account of a plan, in the sheet's order. */
export function usersOf(plan: TeamPlan): readonly UserPlan[] {
  return plan.contexts.flatMap((context) => context.users);
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) deepFreeze(inner as object);
  }
  return Object.freeze(value);
}
