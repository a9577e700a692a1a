import type { TeamNumber } from './team-number.ts';

/** The prefix of every name and the value of every owner label, unless another is asked for. */
export const DEFAULT_PREFIX = 'lab';

/** What the tool writes on every object that it makes, and finds it again by. */
export const LABELS = {
  prefix: 'lab.prefix',
  team: 'lab.team',
  role: 'lab.role',
  lab: 'lab.lab',
  base: 'lab.base',
  stage: 'lab.stage',
  archive: 'lab.archive',
  spec: 'lab.spec',
  holder: 'lab.holder',
  image: 'lab.image',
} as const;

/** What containers are for that belong to no lab: they are made for one verb and go with it. */
export const ROLES = { lock: 'lock', readingRoom: 'reading-room', probe: 'probe' } as const;

/** What the containers of a clean room are for. They belong to one grading, and to no team's lab. */
export const ROOM_ROLES = {
  net: 'room-net',
  pbx: 'room-pbx',
  phones: 'room-phones',
  reading: 'room-reading',
} as const;

/** True for the role of a container that one grading has made for itself. */
export function isRoomRole(role: string): boolean {
  return Object.values<string>(ROOM_ROLES).includes(role);
}

/** The names of the containers of one clean room, and of the probe that dissects what it captured. */
export type RoomNames = Readonly<Record<keyof typeof ROOM_ROLES | 'ladder', string>>;

/** The names of a clean room's containers: `lab-3-room-5f3a-net`… */
export function roomNames(prefix: string, team: TeamNumber, id: string): RoomNames {
  const name = (part: string) => `${prefix}-${team}-room-${id}-${part}`;
  return {
    ...{ net: name('net'), pbx: name('pbx'), phones: name('phones') },
    ...{ reading: name('reading'), ladder: name('ladder') },
  };
}

/** The names of one team's objects in the engine. */
export interface ObjectNames {
  readonly network: string;
  readonly pbx: string;
  readonly station: (name: string) => string;
  /** The container that says who works on the team; it exists as long as somebody does. */
  readonly lock: string;
  /** The container through which the team's work is read while it is archived. */
  readonly readingRoom: string;
  /** A container that looks at the team's traffic; there may be several, told apart by `mark`. */
  readonly probe: (mark: string) => string;
  readonly volumes: { readonly config: string; readonly voicemail: string; readonly home: string };
  /** The volume that stands while a reset replaces the others. */
  readonly resetMark: string;
}

/** The names of team X's objects: `lab-3`, `lab-3-pbx`, `lab-3-softphone1`, `lab-3-etc`… */
export function objectNames(prefix: string, team: TeamNumber): ObjectNames {
  const own = `${prefix}-${team}`;
  return {
    network: own,
    pbx: `${own}-pbx`,
    station: (name) => `${own}-${name}`,
    lock: `${own}-lock`,
    readingRoom: `${own}-archive`,
    probe: (mark) => `${own}-probe-${mark}`,
    volumes: { config: `${own}-etc`, voicemail: `${own}-voicemail`, home: `${own}-home` },
    resetMark: `${own}-reset`,
  };
}

/** The interface of a network in the engine's own network; the engine makes it of the network's id. */
export function bridgeName(networkId: string): string {
  return `br-${networkId.slice(0, 12)}`;
}

/** The PBX's host name on the sheet, `serveurAsterisk-equipe3`. */
export function pbxHostName(team: TeamNumber): string {
  return `serveurAsterisk-equipe${team}`;
}

/** A softphone's host name on the sheet, `softphone1-equipe3`. */
export function stationHostName(station: string, team: TeamNumber): string {
  return `${station}-equipe${team}`;
}
