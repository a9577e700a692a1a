import { describe, expect, it } from 'vitest';
import type { ConsultEvidence } from '../../model/evidence/evidence.ts';
import { consultEvidence, fakeProbes, foundMessage } from '../fake-probes.ts';
import type { Probes } from '../probes.ts';
import { judgePin, pinCheck } from './pin.ts';

const OWNER = { context: 'finance', owner: '3101', pin: '1234', number: '3199' };
const SHUT = consultEvidence({ caller: '3101', keys: '115678#11' });

describe('a box tried with wrong PINs', () => {
  it.each<[string, readonly ConsultEvidence[], string | null, string]>([
    ['stays shut', [SHUT, SHUT], 'INBOX', 'pass pin-needed'],
    ['plays its message', [{ ...SHUT, heard: 1 }], 'INBOX', 'fail pin-ignored'],
    ['plays its message, which is gone then', [{ ...SHUT, heard: 1 }], null, 'fail pin-ignored'],
    ['lets its message be played, too short to be told', [SHUT], 'Old', 'fail pin-ignored'],
    ['lost its message', [SHUT], null, 'inconclusive check-broken'],
    ['is not reached', [{ ...SHUT, outcome: 'ended', keys: '' }], 'INBOX', 'skipped needs-another'],
    ['was not asked for a PIN', [{ ...SHUT, keys: '' }], 'INBOX', 'skipped needs-another'],
    ['says nothing any more', [{ ...SHUT, outcome: 'stalled' }], 'INBOX', 'timeout took-too-long'],
    ['was not tried at all', [], 'INBOX', 'skipped needs-another'],
  ])('%s', (_, visits, folder, expected) => {
    const { verdict, code } = judgePin(OWNER, { isKnown: true, visits, folder, opening: null });
    expect(`${verdict} ${code}`).toBe(expected);
  });

  it('is not judged while voicemail is not known to have it', () => {
    const found = judgePin(OWNER, { isKnown: false, visits: [], folder: null, opening: null });
    expect(found).toMatchObject({
      ...{ verdict: 'skipped', params: { check: 'voicemail.deposit.finance' } },
    });
  });
});

describe('a box of a grading', () => {
  const graded = (hears: (keys: string) => number) =>
    pinCheck(OWNER, false, 'arranged').find(
      fakeProbes({
        messages: async () => [foundMessage({ mailbox: '3101', voice: '3101/arranged' })],
        consult: async ({ steps }) => {
          const keys = steps.map((step) => step.keys).join('');
          return consultEvidence({ caller: '3101', keys, heard: hears(keys) });
        },
      }),
      new Set(),
    );

  it('is opened with its right PIN before wrong ones say anything', async () => {
    const { verdict } = await graded((keys) => (keys === '1234#11' ? 1.5 : 0));
    expect(verdict).toMatchObject({ verdict: 'pass', code: 'pin-needed' });
  });

  it('fails when its right PIN does not open it', async () => {
    const { verdict } = await graded(() => 0);
    expect(verdict).toMatchObject({
      ...{ verdict: 'fail', code: 'message-unheard', params: { owner: '3101', number: '3199' } },
    });
  });
});

describe('trying wrong PINs', () => {
  async function tried(quick: boolean, more: Partial<Probes> = {}, pin = '1234') {
    const visits: string[][] = [];
    const arranged = foundMessage({ mailbox: '3101', voice: '3101/arranged', index: 1, before: 1 });
    const found = await pinCheck({ ...OWNER, pin }, quick).find(
      fakeProbes({
        arrange: async () => ({ before: 1 }),
        lastSeen: () => [foundMessage({ mailbox: '3101', voice: '3102/message' })],
        messages: async () => [arranged],
        consult: async ({ steps }) => {
          visits.push(steps.map(({ keys }) => keys));
          return consultEvidence({ keys: steps.map(({ keys }) => keys).join('') });
        },
        ...more,
      }),
      new Set(),
    );
    return { ...found, visits };
  }

  it('first presses what would play the message, then PINs, an empty one, and the box', async () => {
    const { verdict, visits, inherentMs } = await tried(false);
    expect(verdict).toMatchObject({ verdict: 'pass', code: 'pin-needed' });
    const [[first = '', second] = [], [third] = []] = visits;
    expect(first).toMatch(/^161\d{4}#161$/);
    expect(second).toBe('#161');
    expect(third).toBe(`3101#${first}`);
    expect(visits).toHaveLength(2);
    // The prompt, the keys before the first #, and the answers; once, the time to put a message away.
    expect(inherentMs).toBe(100 + 7 * 240 + 1600 + 1000 + (100 + 4 * 240 + 1000) + 300);
  });

  it('presses one wrong digit when it must be quick', async () => {
    const { verdict, visits } = await tried(true, { lastSeen: () => [] });
    expect(verdict).toMatchObject({ verdict: 'pass' });
    expect(visits).toHaveLength(1);
    expect(visits[0]?.[0]).toMatch(/^161\d#161$/);
  });

  it('never presses a right digit, nor one that does harm in a box', async () => {
    for (const pin of ['1234', '5656', '66666']) {
      for (const random of [0, 0.1, 0.35, 0.5, 0.77, 0.999]) {
        const { visits } = await tried(false, { random: () => random }, pin);
        const wrong = /^161(\d+)#/.exec(visits[0]?.[0] ?? '')?.[1] ?? '';
        expect(wrong).toHaveLength(pin.length);
        expect(
          [...wrong].filter((digit, at) => digit === pin[at] || !'56'.includes(digit)),
        ).toEqual([]);
      }
    }
  });

  it('never presses the right PIN, whatever it is', async () => {
    for (const random of [0, 0.2, 0.5, 0.9]) {
      for (const digit of '012345689') {
        const pin = `161${digit}`;
        const { visits } = await tried(true, { random: () => random }, pin);
        expect(visits[0]?.[0]?.startsWith(`${pin}#`)).toBe(false);
      }
    }
    const { visits } = await tried(false, {}, '3101');
    expect(visits).toHaveLength(1);
  });

  it('ends as soon as the box opened', async () => {
    const opened = async () => consultEvidence({ heard: 1 });
    expect(await tried(false, { consult: opened })).toMatchObject({
      ...{ verdict: { verdict: 'fail', code: 'pin-ignored' }, evidence: { visits: [{}] } },
    });
  });

  it('fails when its message was put away, though nothing of it was heard', async () => {
    const old = foundMessage({ mailbox: '3101', voice: '3101/arranged', folder: 'Old' });
    const { verdict } = await tried(false, { messages: async () => [old] });
    expect(verdict).toMatchObject({ verdict: 'fail', code: 'pin-ignored' });
  });

  it('looks on while the message can’t be seen: it may be on its way', async () => {
    const looks: boolean[] = [];
    await tried(true, {
      messages: async (enough) => {
        looks.push(enough([]), enough([foundMessage({ voice: '3101/arranged', folder: 'Old' })]));
        return [];
      },
    });
    expect(looks).toEqual([false, true]);
  });

  it('puts no message into a box that no message was found in', async () => {
    const boxes: string[] = [];
    const { verdict, visits } = await tried(false, {
      lastSeen: () => [foundMessage(), foundMessage({ context: 'default', mailbox: '3101' })],
      arrange: async ({ mailbox }) => {
        boxes.push(mailbox);
        return { before: 0 };
      },
    });
    expect(verdict).toMatchObject({ verdict: 'skipped', code: 'needs-another' });
    expect([boxes, visits]).toEqual([[], []]);
  });
});
