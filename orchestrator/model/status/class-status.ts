import type { TeamPlan } from '../numbering/team-plan.ts';
import type { TeamStatus } from '../topology/lab-status.ts';
import type { ObservedLab } from '../topology/observed.ts';

/** What `lab status --json` prints; its schema is schemas/status.schema.json. */
export interface ClassStatus {
  readonly schema: 'lab-status/1';
  readonly teams: readonly WatchedTeam[];
}

/** How one team's lab is, and what its students are at. Times are ISO 8601. */
export interface WatchedTeam extends TeamStatus, ServerFacts {
  /** Of the objects that the team's lab consists of, how many the engine has. */
  readonly objects: { readonly found: number; readonly expected: number };
  /** The newest checks of the team's lab; null when there were none. */
  readonly check: ShownCheck | null;
  /** Its newest mark; null when it has none. */
  readonly mark: ShownMark | null;
  /** How many are at work on the team through the gate; null when nobody counts. */
  readonly sessions: number | null;
}

/** What the exchange of a team shows; null is what could not be told. */
export interface ServerFacts {
  readonly calls: number | null;
  readonly messages: { readonly all: number; readonly unheard: number } | null;
  /** When a file of `/etc/asterisk` was changed last; null: none since the team's first day. */
  readonly changed: string | null;
  /** Files that were saved and that the running Asterisk has not read since. */
  readonly notReloaded: readonly SavedFile[];
}

/** A file of `/etc/asterisk`, and when it was saved. */
export interface SavedFile {
  readonly file: string;
  readonly saved: string;
}

/** How a team's newest checks went. */
export interface KeptCheck {
  readonly at: string;
  readonly mode: 'full' | 'quick';
  readonly passed: number;
  readonly all: number;
}

/** A team's newest mark. */
export interface KeptMark {
  readonly at: string;
  /** Null while a check is inconclusive. */
  readonly points: number | null;
  readonly max: number;
  /** The hash of the files that were graded. */
  readonly files: string;
}

/** Whether it is still of the files as they are now. */
interface Outdated {
  readonly changedSince: boolean;
}

/** The newest checks, as status shows them. */
export type ShownCheck = KeptCheck & Outdated;

/** The newest mark, as status shows it. */
export type ShownMark = Omit<KeptMark, 'files'> & Outdated;

/** What there is to show of an exchange that can't be looked at. */
export const NO_FACTS: ServerFacts = {
  calls: null,
  messages: null,
  changed: null,
  notReloaded: [],
};

/** How many of the objects of a team's lab there are. */
export function objectCount(plan: TeamPlan, observed: ObservedLab): WatchedTeam['objects'] {
  const names = [
    plan.network.name,
    ...Object.values(plan.pbx.volumes),
    plan.pbx.container,
    ...plan.stations.map(({ container }) => container),
  ];
  const all = [...observed.networks, ...observed.volumes, ...observed.containers];
  const found = new Set(all.map(({ name }) => name).filter((name) => names.includes(name)));
  return { found: found.size, expected: names.length };
}
