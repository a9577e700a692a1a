import { ALL_TEAMS, type TeamNumber } from '../numbering/team-number.ts';
import { isStale, type LockHolder, type LockJudge, readHolder } from '../topology/lock-holder.ts';

/** Somebody who is in a team's lab by the gate. */
export interface GateSession {
  readonly team: TeamNumber;
  /** A softphone; null for a shell in the PBX. */
  readonly station: string | null;
  /** The address that they came from. */
  readonly from: string;
  /** When they came, as ISO text. */
  readonly since: string;
  /** What runs for them in the container has this mark. */
  readonly mark: string;
}

/** A gate that is open, and who is in: what it writes down for `status`, and for the gate after it. */
export interface GateRecord {
  readonly schema: 'lab-gate/1';
  readonly gate: LockHolder;
  readonly port: number;
  readonly sessions: readonly GateSession[];
}

/** Reads a record; null when it isn't one. */
export function readGateRecord(text: string): GateRecord | null {
  try {
    const value = JSON.parse(text) as Partial<GateRecord> | null;
    const gate = readHolder(JSON.stringify(value?.gate ?? null));
    if (value?.schema !== 'lab-gate/1' || gate === null) return null;
    const { port, sessions } = value;
    if (typeof port !== 'number' || !Array.isArray(sessions)) return null;
    return { schema: value.schema, gate, port, sessions: sessions.filter(isSession) };
  } catch {
    return null;
  }
}

/** True when the gate that wrote a record is no more: nobody is in by it. */
export function isGateDead({ gate }: GateRecord, judge: LockJudge): boolean {
  // A gate may stand open for days: its age proves nothing.
  return isStale({ holder: gate, age: 0 }, judge);
}

function isSession(value: unknown): value is GateSession {
  const found = value as Readonly<Record<string, unknown>> | null;
  if (typeof found !== 'object' || found === null) return false;
  const texts = ['from', 'since', 'mark'].every((key) => typeof found[key] === 'string');
  const place = found.station === null || typeof found.station === 'string';
  return texts && place && ALL_TEAMS.some((team) => team === found.team);
}
