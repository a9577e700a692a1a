import {
  type ClassStatus,
  NO_FACTS,
  objectCount,
  type ServerFacts,
  type WatchedTeam,
} from '../../orchestrator/model/status/class-status.ts';
import { type Registrations, teamStatus } from '../../orchestrator/model/topology/lab-status.ts';
import type { ObservedLab } from '../../orchestrator/model/topology/observed.ts';
import { built, decision, NOTHING } from './sample-lab.ts';

/** The moment at which the samples are told, by whatever time zone. */
export const NOW = new Date(2026, 10, 25, 10, 0, 0);

const REGISTERED = [
  { name: '3101', host: '192.168.3.11' },
  { name: '3102', host: '192.168.3.12' },
  { name: '3201', host: '192.168.3.11' },
];

const CALM: ServerFacts = {
  calls: 0,
  messages: { all: 0, unheard: 0 },
  changed: null,
  notReloaded: [],
};

/** An instant so many seconds before the samples are told. */
function ago(seconds: number): string {
  return new Date(NOW.getTime() - seconds * 1000).toISOString();
}

function watched(
  team: number,
  observed: ObservedLab,
  registrations: Registrations,
  facts: Partial<WatchedTeam> = {},
): WatchedTeam {
  const { plan } = decision(team);
  return {
    ...teamStatus(plan, observed, registrations),
    ...(registrations === null ? NO_FACTS : CALM),
    objects: objectCount(plan, observed),
    check: null,
    mark: null,
    sessions: null,
    ...facts,
  };
}

const team3 = built(decision(3).operations);

/** A team whose students are at work: a call, messages, a file that Asterisk has yet to read. */
export const BUSY: WatchedTeam = watched(3, team3, REGISTERED, {
  calls: 1,
  messages: { all: 3, unheard: 2 },
  changed: ago(190),
  notReloaded: [{ file: 'extensions.conf', saved: ago(190) }],
  check: { at: ago(7_300), mode: 'full', passed: 11, all: 13, changedSince: true },
  mark: { at: ago(90_000), points: 15.75, max: 20, changedSince: true },
});

/** The same team before its students began. */
export const FRESH: WatchedTeam = watched(3, team3, REGISTERED);

/** Teams in every state that one is met in. */
export const TEAMS: Readonly<Record<string, WatchedTeam>> = {
  'students are at work, one line is not registered': BUSY,
  'nothing has been done yet': FRESH,
  'Asterisk does not run': watched(3, team3, null, { ...CALM, calls: null }),
  'Asterisk is yet to be installed': watched(3, team3, 'not-installed', { calls: null }),
  'the containers are stopped': watched(3, built(decision(3).operations, 'exited'), null),
  'nothing is there': watched(3, NOTHING, null),
  'two are in by SSH, a mark is open': watched(3, team3, REGISTERED, {
    check: { at: ago(20), mode: 'quick', passed: 4, all: 4, changedSince: false },
    mark: { at: ago(20), points: null, max: 20, changedSince: false },
    sessions: 2,
  }),
};

/** A class document. */
export function classOf(...teams: readonly WatchedTeam[]): ClassStatus {
  return { schema: 'lab-status/1', teams };
}

/** Classes, from none to one that works. */
export const CLASSES: Readonly<Record<string, ClassStatus>> = {
  'no team': classOf(),
  'one team works, another sleeps, a third has only its files': classOf(
    watched(1, { ...NOTHING, volumes: built(decision(1).operations).volumes }, null),
    watched(2, built(decision(2).operations, 'exited'), null),
    BUSY,
  ),
  'a gate counts who is in': classOf({ ...FRESH, sessions: 2 }),
};
