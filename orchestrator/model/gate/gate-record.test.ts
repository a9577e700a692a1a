import { describe, expect, it } from 'vitest';
import { teamNumber } from '../numbering/team-number.ts';
import { type GateRecord, isGateDead, readGateRecord } from './gate-record.ts';

const self = {
  user: 'prof',
  host: 'pc',
  pid: 7,
  boot: 'b',
  bootTime: 1_000,
  namespace: 'pid:[1]',
  started: '42',
};
const record: GateRecord = {
  schema: 'lab-gate/1',
  gate: { ...self, verb: 'gate', since: '2026-01-01T10:00:00.000Z' },
  port: 2200,
  sessions: [
    {
      team: teamNumber(3),
      station: null,
      from: '10.0.0.7',
      since: '2026-01-01T10:05:00.000Z',
      mark: 'ab',
    },
  ],
};

describe('the record of a gate', () => {
  it('is read as it was written', () => {
    expect(readGateRecord(JSON.stringify(record))).toEqual(record);
  });

  it('is none when it is anything else, and keeps no session that is none', () => {
    for (const text of ['', '{', 'null', '[]', '{"schema":"lab-gate/1"}'])
      expect(readGateRecord(text), text).toBeNull();
    const odd = { ...record, sessions: [null, 3, { team: 9 }, ...record.sessions] };
    expect(readGateRecord(JSON.stringify(odd))?.sessions).toEqual(record.sessions);
  });

  it('is dead with its process, however old it is', () => {
    expect(isGateDead(record, { self, lives: () => true })).toBe(false);
    expect(isGateDead(record, { self, lives: () => false })).toBe(true);
  });
});
