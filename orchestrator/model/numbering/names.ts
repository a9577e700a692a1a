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
  spec: 'lab.spec',
  image: 'lab.image',
} as const;

/** The names of one team's objects in the engine. */
export interface ObjectNames {
  readonly network: string;
  readonly pbx: string;
  readonly station: (name: string) => string;
  readonly volumes: { readonly config: string; readonly voicemail: string; readonly home: string };
}

/** The names of team X's objects: `lab-3`, `lab-3-pbx`, `lab-3-softphone1`, `lab-3-etc`… */
export function objectNames(prefix: string, team: TeamNumber): ObjectNames {
  const own = `${prefix}-${team}`;
  return {
    network: own,
    pbx: `${own}-pbx`,
    station: (name) => `${own}-${name}`,
    volumes: { config: `${own}-etc`, voicemail: `${own}-voicemail`, home: `${own}-home` },
  };
}

/** The PBX's host name on the sheet, `serveurAsterisk-equipe3`. */
export function pbxHostName(team: TeamNumber): string {
  return `serveurAsterisk-equipe${team}`;
}

/** A softphone's host name on the sheet, `softphone1-equipe3`. */
export function stationHostName(station: string, team: TeamNumber): string {
  return `${station}-equipe${team}`;
}
