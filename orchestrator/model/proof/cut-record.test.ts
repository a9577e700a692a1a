import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ladder, ladderOf } from '../ladder/ladder.ts';
import type { SipMessage } from '../ladder/sip-message.ts';
import type { Layout } from '../numbering/layout.ts';
import { cutRecord } from './cut-record.ts';
import { ownerOf } from './owner.ts';
import type { RoomRecord, RoomTry } from './room-record.ts';

const LAYOUT: Layout = { lab: 'activity-1', base: '192.168', contexts: [], stations: [] };
const fixture = join(import.meta.dirname, '../ladder/fixtures/relayed.dissection');
const relayed = ladderOf(readFileSync(fixture, 'utf8'), LAYOUT);

/** When the room's capture began. */
const CAPTURED = 1_000;

function record(parts: Partial<RoomRecord>): RoomRecord {
  const nothing = { boot: [], log: [], heard: [], messages: [], ladder: null };
  return { ...nothing, captured: CAPTURED, ...parts };
}

function roomTry(parts: Partial<RoomTry>): RoomTry {
  const nothing = { label: 'x-1', names: [], ofBoot: false, after: [], evidence: null };
  return { ...nothing, began: CAPTURED, seconds: 3, ...parts };
}

function message(parts: Partial<SipMessage>): SipMessage {
  const [sample] = relayed.exchanges[0]?.messages ?? [];
  if (sample === undefined) throw new Error('no message in the fixture');
  return { ...sample, ...parts };
}

function registration(messages: readonly SipMessage[]): Ladder {
  const exchange = { kind: 'registration', from: '3101', to: null, callIds: ['a'] } as const;
  return { ...relayed, exchanges: [{ ...exchange, messages, streams: [] }], streams: [] };
}

function told(ladder: Ladder | null | undefined): readonly string[] {
  return ladder?.exchanges.map(({ from, to }) => `${from} > ${to}`) ?? [];
}

describe('what was recorded of a room', () => {
  it('gives every call to one try, whole, though others run at the same time', () => {
    const tries = [
      roomTry({ names: ['3101', '3102'], seconds: 12 }),
      roomTry({ names: ['3201', '3202'], seconds: 12 }),
    ];
    const cut = cutRecord(record({ ladder: relayed }), tries);
    const calls = relayed.exchanges.filter(({ kind }) => kind === 'call');
    const given = cut.flatMap(({ calls: own }) => own?.exchanges ?? []);
    const whole = given.filter(({ kind }) => kind === 'call');
    expect(whole.map(({ messages }) => messages.length).sort()).toEqual(
      calls.map(({ messages }) => messages.length).sort(),
    );
    for (const call of told(cut[0]?.calls)) expect(call).not.toContain('32');
    for (const call of told(cut[1]?.calls)) expect(call).not.toContain('31');
  });

  it('counts times from the beginning of the try', () => {
    const [first] = relayed.exchanges;
    const began = CAPTURED + (first?.messages[0]?.time ?? 0) - 0.1;
    const names = ['3101', '3102', '3201', '3202'];
    const [cut] = cutRecord(record({ ladder: relayed }), [roomTry({ names, began, seconds: 30 })]);
    expect(cut?.calls?.exchanges[0]?.messages[0]?.time).toBeCloseTo(0.1, 3);
  });

  it('is told from a ladder that could not be made', () => {
    const [cut] = cutRecord(record({}), [roomTry({ names: ['3101'] })]);
    expect(cut?.calls).toBeNull();
  });

  it('gives each try its own time of a registration that lasts, questions with their answers', () => {
    const messages = [
      message({ time: 1, method: 'REGISTER', fromUser: '3101', frame: 1 }),
      message({ time: 1.2, method: null, status: 200, fromUser: '3101', frame: 2 }),
      message({ time: 60, method: 'REGISTER', fromUser: '3101', frame: 3 }),
    ];
    const tries = [
      roomTry({ names: ['3101'], began: CAPTURED + 0.99, seconds: 0.05 }),
      roomTry({ names: ['3101'], began: CAPTURED + 1.1, seconds: 90 }),
    ];
    const cut = cutRecord(record({ ladder: registration(messages) }), tries);
    expect(cut.map(({ calls }) => calls?.exchanges[0]?.messages.length)).toEqual([2, 1]);
  });

  it('tells whose a voice is by its port, as all addresses of a room are one machine’s', () => {
    const pbx = '10.100.3.200';
    const inRoom = {
      ...relayed,
      exchanges: relayed.exchanges.map((exchange) => ({
        ...exchange,
        messages: exchange.messages.map(({ sound, ...rest }) => {
          return { ...rest, sound: sound === null ? null : { ...sound, address: pbx } };
        }),
        streams: exchange.streams.map(({ from, to, ...rest }) => {
          return { ...rest, from: { ...from, address: pbx }, to: { ...to, address: pbx } };
        }),
      })),
    };
    const names = ['3101', '3102', '3201', '3202'];
    const [cut] = cutRecord(record({ ladder: inRoom }), [roomTry({ names, seconds: 30 })]);
    const voices = (ladder: Ladder | null | undefined) =>
      ladder?.exchanges.flatMap(({ messages, streams }) => [
        ...messages.map(({ sound }) => sound?.address),
        ...streams.map(({ from, to }) => `${from.address} ${to.address}`),
      ]);
    expect(voices(cut?.calls)).toEqual(voices(relayed));
  });

  it('leaves an address that is nobody’s in the room as it was said', () => {
    const [call] = relayed.exchanges;
    const sound = { address: '203.0.113.9', port: 4000, media: 'audio' };
    const messages = call?.messages.map((one) => ({ ...one, sound })) ?? [];
    const ladder = { ...relayed, exchanges: call === undefined ? [] : [{ ...call, messages }] };
    const names = ['3101', '3102', '3201', '3202'];
    const [cut] = cutRecord(record({ ladder }), [roomTry({ names, seconds: 30 })]);
    expect(cut?.calls?.exchanges[0]?.messages[0]?.sound).toEqual(sound);
  });

  it('gives a message to the try in which it was left, although its time is in whole seconds', () => {
    const left = { text: '', sound: null, caller: '3102', mailbox: '3102' };
    const messages = [
      { ...left, path: 'finance/3102/INBOX/msg0000', time: CAPTURED + 20, caller: '3101' },
      { ...left, path: 'finance/3102/Old/msg0000', time: CAPTURED + 25 },
    ];
    const tries = [
      roomTry({ names: ['3101', '3102'], seconds: 25.4 }),
      roomTry({ names: ['3102'], began: CAPTURED + 25.5, seconds: 4 }),
      roomTry({ after: [0, 1], began: CAPTURED + 25.5, seconds: 0 }),
    ];
    const cut = cutRecord(record({ messages }), tries);
    expect(cut.map((own) => own.messages.map(({ path }) => path.split('/')[2]))).toEqual([
      ...[['INBOX'], ['Old'], ['INBOX', 'Old']],
    ]);
  });

  it('gives the log of the boot to who asks about the boot', () => {
    const boot = [{ time: CAPTURED - 1, text: 'ERROR[1] config.c: no' }];
    const tries = [roomTry({ ofBoot: true }), roomTry({ names: ['3101'] })];
    const cut = cutRecord(record({ boot }), tries);
    expect(cut.map(({ log }) => log)).toEqual([[{ ...boot[0], time: -1 }], []]);
  });
});

describe('the try that something belongs to', () => {
  const tries = [
    roomTry({ names: ['3101', '3102'], seconds: 3 }),
    roomTry({ names: ['3101', '3201'], began: CAPTURED + 3.1, seconds: 1 }),
  ];

  it('is the one whose phones it has all, where two follow each other closely', () => {
    expect(ownerOf(tries, CAPTURED + 2.95, ['3101', '3201'])).toBe(1);
    expect(ownerOf(tries, CAPTURED + 3.15, ['3101', '3102'])).toBe(0);
  });

  it('is none long before, long after, and for strangers', () => {
    expect(ownerOf(tries, CAPTURED - 2, ['3101'])).toBe(-1);
    expect(ownerOf(tries, CAPTURED + 9, ['3101'])).toBe(-1);
    expect(ownerOf(tries, CAPTURED + 1, ['3299'])).toBe(-1);
  });
});
