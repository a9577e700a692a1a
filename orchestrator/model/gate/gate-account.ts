import { ALL_TEAMS, type TeamNumber } from '../numbering/team-number.ts';
import type { TeamPlan } from '../numbering/team-plan.ts';

/** What a name at the gate stands for: a team's PBX (no station), or one of its softphones. */
export interface GateAccount {
  readonly team: TeamNumber;
  readonly station: string | null;
  /** Who says `equipe` is spoken to in French, who says `team` in English. */
  readonly tongue: Tongue;
}

/** A language of the gate. */
export type Tongue = 'fr' | 'en';

/** The names that a team types at the gate. */
export interface GateNames {
  /** A root shell in the PBX: `equipe3`, and `team3`. */
  readonly pbx: readonly string[];
  /** A softphone's menu: `softphone1-equipe3`, and `softphone1-team3`. */
  readonly stations: readonly { readonly station: string; readonly names: readonly string[] }[];
}

/** How a team is called at the gate, in each language. */
const TONGUES: Readonly<Record<string, Tongue>> = { equipe: 'fr', team: 'en' };
const WORDS = Object.keys(TONGUES);

/** Every name of a team at the gate, each with its form of the words above. */
export function gateNames({ team, stations }: Pick<TeamPlan, 'team' | 'stations'>): GateNames {
  return {
    pbx: WORDS.map((word) => `${word}${team}`),
    stations: stations.map(({ name }) => ({
      station: name,
      names: WORDS.map((word) => `${name}-${word}${team}`),
    })),
  };
}

const NAME = new RegExp(`^(?:([a-z][a-z0-9-]{0,40})-)?(${WORDS.join('|')})([0-9])$`);

/** Reads a name that was typed at the gate, capitals or not; null when it is nobody's. */
export function readGateName(name: string): GateAccount | null {
  const [, station, word = '', digit] = NAME.exec(name.toLowerCase()) ?? [];
  const team = ALL_TEAMS.find((known) => String(known) === digit);
  const tongue = TONGUES[word];
  if (team === undefined || tongue === undefined) return null;
  return { team, station: station ?? null, tongue };
}

/** The name of an account, as it was typed but for capitals. */
export function gateNameOf({ team, station, tongue }: GateAccount): string {
  const word = WORDS.find((known) => TONGUES[known] === tongue) ?? '';
  return `${station === null ? '' : `${station}-`}${word}${team}`;
}
