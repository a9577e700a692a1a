import { describe, expect, it } from 'vitest';
import type { CauseKind, LabEvent, OperationKind } from '../../orchestrator/base/event.ts';
import { failureOf, labError } from '../../orchestrator/base/lab-error.ts';
import { createConsole } from '../../orchestrator/cli/console.ts';
import { fakePerson } from '../../orchestrator/cli/fake-person.ts';
import { eventLines } from '../../orchestrator/cli/progress/progress.ts';
import { verdict } from '../../orchestrator/model/marking/verdict.ts';
import { lineOffences } from './event-lines.ts';

/** One of each; a new type that is not here does not compile. */
const EVENTS: { readonly [T in LabEvent['type']]: Extract<LabEvent, { type: T }> } = {
  'phase-started': { type: 'phase-started', phase: 'images', team: null },
  'phase-done': { type: 'phase-done', phase: 'boot', team: 3, ms: 812.5 },
  'phase-failed': { type: 'phase-failed', phase: 'objects', team: 3 },
  operation: {
    ...{ type: 'operation', team: 3, state: 'done', operation: 'start-container' },
    ...{ target: 'lab-3-pbx', why: 'absent' },
  },
  line: { type: 'line', team: 3, extension: '3101' },
  check: {
    ...{ type: 'check', team: 3, check: 'register.finance', ms: 300 },
    verdict: verdict('fail', 'register-refused', { extension: '3101', status: '403 Forbidden' }),
  },
  archived: { type: 'archived', team: 3, file: '/a.tar.gz' },
  capturing: { type: 'capturing', team: 3, file: '/a.pcap' },
  'lock-held': {
    ...{ type: 'lock-held', team: 3, user: 'prof', host: 'pc', pid: 7, verb: 'up', seconds: 2 },
  },
  'team-ended': {
    ...{ type: 'team-ended', team: 3, well: false, ms: 9000 },
    error: failureOf(labError('pbx-slow', { team: 3 })),
  },
  'archive-mirror': { type: 'archive-mirror', team: null, suite: 'bullseye' },
  log: { type: 'log', source: 'apt', line: 'Reading package lists' },
};

/** Everything that a plan may do, and why; what is new and not here does not compile. */
const OPERATIONS: Readonly<Record<OperationKind, true>> = {
  ...{ 'create-network': true, 'create-volume': true, 'create-container': true },
  ...{ 'write-files': true, 'fill-volumes': true, 'start-container': true },
  ...{ 'unpause-container': true, 'remove-container': true, 'remove-network': true },
  ...{ 'remove-volume': true },
};
const CAUSES: Readonly<Record<CauseKind, true>> = {
  ...{ absent: true, changed: true, unfinished: true, stopped: true, 'network-replaced': true },
  ...{ surplus: true, asked: true, reset: true, 'catch-up': true, restore: true },
};

function printed(events: readonly LabEvent[]): string {
  const { streams, output } = fakePerson();
  const { output: out, errors } = streams;
  const console = createConsole({
    ...{ language: 'en', json: true, verbose: false, events: true, output: out, errors },
  });
  const { hear } = eventLines(console, () => new Date('2026-01-05T10:00:00.000Z'));
  for (const event of events) hear(event);
  console.printData({ schema: 'lab-down/1', teams: [] });
  return output();
}

describe('events as lines of JSON', () => {
  it.each(Object.values(EVENTS))('are as their schema says: $type', (event) => {
    expect(lineOffences(printed([event]))).toEqual([]);
  });

  it('may tell of every operation and every cause', () => {
    const kinds = Object.keys(OPERATIONS) as OperationKind[];
    const told = kinds.flatMap((operation) =>
      (Object.keys(CAUSES) as CauseKind[]).map((why) => ({ ...EVENTS.operation, operation, why })),
    );
    expect(lineOffences(printed(told))).toEqual([]);
  });

  it('begin with what happened and when', () => {
    const [first] = printed([EVENTS.line]).split('\n');
    expect(first).toBe(
      '{"type":"line","at":"2026-01-05T10:00:00.000Z","team":3,"extension":"3101"}',
    );
  });

  it('would not pass with one thing more, of another type, or without their document', () => {
    expect(lineOffences(printed([{ ...EVENTS.line, surprise: 1 } as never]))).not.toEqual([]);
    expect(lineOffences(printed([{ ...EVENTS.line, type: 'row' } as never]))).not.toEqual([]);
    expect(lineOffences(printed([EVENTS.line]).split('\n').slice(0, 1).join(''))).not.toEqual([]);
  });
});
