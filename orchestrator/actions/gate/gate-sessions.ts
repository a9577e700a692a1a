import { readRecords } from '../../adapters/files/gate/gate-records.ts';
import {
  type GateRecord,
  type GateSession,
  isGateDead,
  readGateRecord,
} from '../../model/gate/gate-record.ts';
import type { SessionBook } from '../status/class-status.ts';
import type { Workbench } from '../workbench.ts';
import { gateFolder } from './gate-access.ts';

type Bench = Pick<Workbench, 'surroundings'>;

/** Everybody who is in by a gate of this machine that stands open, the longest first. */
export async function gateSessions(bench: Bench, prefix: string): Promise<readonly GateSession[]> {
  const sessions = (await openGates(bench, prefix)).flatMap((gate) => gate.sessions);
  return sessions.toSorted((one, other) => one.since.localeCompare(other.since));
}

/** Counts who is in, for the status of a class; where no gate stands open, nobody counts. */
export function gateBook(bench: Bench, prefix: string): SessionBook {
  return {
    folder: gateFolder(bench.surroundings, prefix),
    countOf: async (team) => {
      const gates = await openGates(bench, prefix);
      if (gates.length === 0) return null;
      return gates.flatMap(({ sessions }) => sessions).filter((one) => one.team === team).length;
    },
  };
}

async function openGates({ surroundings }: Bench, prefix: string): Promise<readonly GateRecord[]> {
  const found = await readRecords(gateFolder(surroundings, prefix));
  const judge = { self: surroundings.identity(), lives: surroundings.lives };
  return found.flatMap(({ text }) => {
    const record = readGateRecord(text);
    return record === null || isGateDead(record, judge) ? [] : [record];
  });
}
