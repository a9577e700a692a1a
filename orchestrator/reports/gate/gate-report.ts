import { unreachable } from '../../base/unreachable.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { Phrases } from '../../i18n/phrases.ts';
import type { GateNames } from '../../model/gate/gate-account.ts';
import type { GateSession } from '../../model/gate/gate-record.ts';
import type { GateEvent, GateTold } from '../../model/gate/gate-told.ts';
import { textTable } from '../text-table.ts';
import { clockTime } from './desk-screen.ts';

/** A gate that has just been opened. */
export interface GateFacts {
  readonly port: number;
  readonly addresses: readonly string[];
  readonly fingerprint: string;
  readonly teams: readonly {
    readonly team: number;
    readonly names: GateNames;
    readonly password: string;
  }[];
}

/** What the teacher sees when the gate opens: where, and what every team types. */
export function gateReport(facts: GateFacts, language: Language): string {
  const { gate } = catalogue(language).phrases;
  const [address = 'localhost'] = facts.addresses;
  const mine = (names: readonly string[]) => names[language === 'fr' ? 0 : 1] ?? '';
  const rows = facts.teams.map(({ team, names, password }) => [
    String(team),
    `ssh -p ${facts.port} ${mine(names.pbx)}@${address}`,
    names.stations.map((station) => mine(station.names)).join(', '),
    password,
  ]);
  const { headings } = gate;
  const heading = [headings.team, headings.pbx, headings.phones, headings.password];
  return [
    gate.open(facts),
    gate.hostKey(facts.fingerprint),
    textTable(heading, rows),
    gate.files,
    gate.until,
  ].join('\n');
}

/** One line of what happens at the gate. */
export function gateEventText(event: GateEvent, at: Date, language: Language): string {
  return `${clockTime(at)}  ${eventText(event, catalogue(language).phrases)}`;
}

function eventText(event: GateEvent, { gate }: Phrases): string {
  switch (event.about) {
    case 'came':
    case 'left':
    case 'refused':
      return gate.event[event.about](event.name, event.from);
    case 'shut-out':
      return gate.event.shutOut(event.name, event.from, event.seconds);
    default:
      return unreachable(event);
  }
}

/** What a guest is told. */
export function gateToldText(told: GateTold, language: Language): string {
  const words = catalogue(language).phrases.gate.told;
  switch (told.about) {
    case 'not-up':
      return words.notUp(told.team);
    case 'taken-down':
      return words.takenDown(told.team);
    case 'gate-closes':
      return words.gateCloses;
    case 'engine-lost':
      return words.engineLost;
    case 'full':
      return words.full(told.team);
    case 'terminal-missing':
      return words.terminalMissing(told.name);
    case 'station-unknown':
      return words.stationUnknown(told.known);
    case 'fault':
      return words.fault;
    default:
      return unreachable(told);
  }
}

/** Who is in by the gate, a line a team; null when nobody is. */
export function gateSessionsReport(
  sessions: readonly GateSession[],
  language: Language,
): string | null {
  const { inside } = catalogue(language).phrases.gate;
  const teams = [...new Set(sessions.map(({ team }) => team))].sort();
  if (teams.length === 0) return null;
  return teams
    .map((team) => {
      const own = sessions.filter((session) => session.team === team);
      const guests = own.map(({ station, from, since }) => ({
        what: station ?? 'PBX',
        from,
        at: clockTime(new Date(since)),
      }));
      return inside({ team, guests });
    })
    .join('\n');
}
