import { describe, expect, it } from 'vitest';
import { MOST } from './bounds.ts';
import { proofOf } from './proof-of.ts';
import type { HeardSound, RoomTry, SpoolMessage } from './room-record.ts';

const TRY: RoomTry = {
  ...{ label: 'call.finance-1', names: ['3101'], began: 1000.1234, seconds: 2.5 },
  ...{ ofBoot: false, after: [], evidence: null },
};
const SOUND: HeardSound = { extension: '3101', time: 1000.5, samples: new Int16Array(16_000) };
const MESSAGE: SpoolMessage = {
  ...{ path: 'finance/3102/INBOX/msg0000', text: '[message]\n', sound: new Uint8Array(44) },
  ...{ time: 1001, caller: '3101', mailbox: '3102' },
};
const NOTHING = { calls: null, log: [], heard: [], messages: [] };

describe('the proof of a try', () => {
  it('names the files that were kept', () => {
    const files = new Map<HeardSound | SpoolMessage, string>([
      [SOUND, 'proof/a.wav'],
      [MESSAGE, 'proof/b.wav'],
    ]);
    const proof = proofOf(TRY, { ...NOTHING, heard: [SOUND], messages: [MESSAGE] }, files);
    expect(proof.recordings).toEqual([
      { extension: '3101', file: 'proof/a.wav', time: 0.377, seconds: 2 },
    ]);
    expect(proof.messages).toEqual([
      { path: 'finance/3102/INBOX/msg0000.txt', text: '[message]\n', recording: 'proof/b.wav' },
    ]);
    expect(proof.shortened).toBe(false);
  });

  it('has texts and no recordings where files are not kept', () => {
    const proof = proofOf(TRY, { ...NOTHING, heard: [SOUND], messages: [MESSAGE] }, new Map());
    expect(proof.recordings).toEqual([]);
    expect(proof.messages.map(({ recording }) => recording)).toEqual([null]);
    expect(proof.shortened).toBe(false);
  });

  it('has the phones’ timelines, wherever the evidence has them', () => {
    const evidence = [
      {
        caller: '3101',
        callee: '3102',
        timeline: { caller: '0.00 dial', callee: '0.00 incoming' },
      },
      { visit: { caller: '3102', timeline: '0.00 dial 3199' } },
    ];
    const proof = proofOf({ ...TRY, evidence }, NOTHING, new Map());
    expect(proof.timelines).toEqual([
      { extension: '3101', text: '0.00 dial' },
      { extension: '3102', text: '0.00 incoming' },
      { extension: '3102', text: '0.00 dial 3199' },
    ]);
  });

  it('stays small, and says so, where a dial plan goes round in circles', () => {
    const line = { time: 1, text: 'x'.repeat(10 * MOST.letters) };
    const log = Array.from({ length: 50 * MOST.logLines }, () => line);
    const proof = proofOf(TRY, { ...NOTHING, log }, new Map());
    expect(proof.shortened).toBe(true);
    expect(JSON.stringify(proof).length).toBeLessThan(60_000);
  });
});
