import { describe, expect, it } from 'vitest';
import type { ConsultEvidence } from '../../model/evidence/evidence.ts';
import { consultEvidence, fakeProbes, foundMessage } from '../fake-probes.ts';
import type { Probes } from '../probes.ts';
import { consultCheck, judgeConsultation, playKeys } from './consult.ts';

const OWNER = { context: 'finance', owner: '3102', pin: '1234', number: '3199', caller: '3101' };
const PLACE = { context: 'finance', mailbox: '3102', folder: 'INBOX', index: 2 };
const HEARD = consultEvidence({ heard: 1.25 });
const UNHEARD = consultEvidence();

describe('the keys that play a message', () => {
  it.each([
    [0, '11'],
    [1, '161'],
    [3, '16661'],
  ])('pass over the %i before it', (before, keys) => {
    expect(playKeys(before)).toBe(keys);
  });
});

describe('a consultation', () => {
  it.each<[string, readonly ConsultEvidence[], string | null, string, object]>([
    ['heard and moved', [HEARD], 'Old', 'pass message-heard', { owner: '3102', number: '3199' }],
    ['heard at the second try', [UNHEARD, HEARD], 'Old', 'pass message-heard', {}],
    [
      ...(['heard and left where it was', [HEARD], 'INBOX', 'partial message-not-moved'] as const),
      { place: 'finance/3102/INBOX/msg0002' },
    ],
    ['heard and gone', [HEARD], null, 'partial message-not-moved', {}],
    ['unheard', [UNHEARD, UNHEARD], 'INBOX', 'fail message-unheard', {}],
    ['unheard, though it moved', [UNHEARD], 'Old', 'fail message-unheard', {}],
    [
      'refused by the number',
      [consultEvidence({ outcome: 'ended', status: '404 Not Found', keys: '' })],
      ...([
        'INBOX',
        'fail voicemail-number-refused',
        { caller: '3102', status: '404 Not Found' },
      ] as const),
    ],
    [
      'unheard by a number that then refuses',
      [UNHEARD, consultEvidence({ outcome: 'ended', status: '486 Busy' })],
      ...(['INBOX', 'fail message-unheard', {}] as const),
    ],
    [
      'stalled',
      [consultEvidence({ outcome: 'stalled', timeline: '0.00 dial 3199' })],
      ...(['INBOX', 'timeout took-too-long', { awaited: '0.00 dial 3199' }] as const),
    ],
  ])('%s', (_, visits, folder, expected, params) => {
    const after = folder === null ? null : { ...PLACE, folder };
    const found = judgeConsultation(OWNER, { before: PLACE, visits, after });
    expect(`${found.verdict} ${found.code}`).toBe(expected);
    expect(found.params).toMatchObject(params);
  });

  it('of a message that is not there is not judged', () => {
    const found = judgeConsultation(OWNER, { before: null, visits: [], after: null });
    expect(found).toMatchObject({
      ...{ verdict: 'skipped', params: { check: 'voicemail.deposit.finance' } },
    });
  });

  async function visited(hears: (keys: string) => number, more: Partial<Probes> = {}) {
    const asked: { keys: string; voice: string }[] = [];
    const waits: number[] = [];
    const box = foundMessage({ index: 2, before: 2 });
    const found = await consultCheck(OWNER).find(
      fakeProbes({
        lastSeen: () => [foundMessage({ mailbox: '3101' }), box],
        consult: async ({ steps, voice }) => {
          const keys = steps.map((step) => step.keys).join();
          asked.push({ keys, voice });
          return consultEvidence({ keys, heard: hears(keys) });
        },
        messages: async (enough, within) => {
          waits.push(within);
          const moved = [foundMessage({ folder: 'Old' })];
          return enough(moved) ? moved : [];
        },
        ...more,
      }),
      new Set(),
    );
    return { ...found, asked, waits };
  }

  it('plays the caller’s message behind those that were there', async () => {
    const { verdict, asked, waits, inherentMs } = await visited(() => 1.5);
    expect(verdict).toMatchObject({ verdict: 'pass' });
    expect(asked).toEqual([{ keys: '1234#1661', voice: '3101/message' }]);
    expect(waits).toEqual([3000]);
    expect(inherentMs).toBe(100 + 9 * 240 + 1000);
  });

  it('gives the box to a number that asks for it, and no PIN to one that asks for none', async () => {
    const boxFirst = await visited((keys) => (keys === '3102#1234#1661' ? 1.5 : 0));
    expect(boxFirst.verdict).toMatchObject({ verdict: 'pass' });
    expect(boxFirst.asked).toHaveLength(2);
    const open = await visited((keys) => (keys === '1661' ? 1.5 : 0));
    expect(open.verdict).toMatchObject({ verdict: 'pass' });
    expect(open.asked).toHaveLength(3);
  });

  it('of a grading tries the PIN of the other owner, too', async () => {
    const other = { ...OWNER, owner: '3101', pin: '4321' };
    const judged = async (opens: (keys: string) => boolean) => {
      const probes = fakeProbes({
        messages: async () => [
          foundMessage({ voice: '3102/arranged', folder: 'Old' }),
          foundMessage({ mailbox: '3101', voice: '3101/arranged', folder: 'Old' }),
        ],
        consult: async ({ steps: [step] }) => {
          const keys = step?.keys ?? '';
          return consultEvidence({ keys, heard: opens(keys) ? 1.5 : 0 });
        },
      });
      const check = consultCheck(OWNER, 'arranged', false, other);
      expect(check.lines).toEqual(['3102', '3101']);
      return (await check.find(probes, new Set())).verdict;
    };
    expect(await judged(() => true)).toMatchObject({ verdict: 'pass', params: { owner: '3102' } });
    expect(await judged((keys) => keys.startsWith('1234'))).toMatchObject({
      ...{ verdict: 'fail', code: 'message-unheard', params: { owner: '3101' } },
    });
  });

  it('fails at a number that asks for the box, where the lab forbids that', async () => {
    const judged = async (...heardAt: readonly string[]) => {
      const probes = fakeProbes({
        lastSeen: () => [foundMessage()],
        messages: async () => [foundMessage({ folder: 'Old' })],
        consult: async ({ steps: [step] }) => {
          const keys = step?.keys ?? '';
          return consultEvidence({ keys, heard: heardAt.includes(keys) ? 1.5 : 0 });
        },
      });
      return (await consultCheck(OWNER, 'left', true).find(probes, new Set())).verdict;
    };
    expect(await judged('3102#1234#11')).toMatchObject({
      ...{ verdict: 'fail', code: 'box-asked', params: { owner: '3102', number: '3199' } },
    });
    expect(await judged('1234#11')).toMatchObject({ verdict: 'pass' });
  });

  it('is not made again at a number that refuses', async () => {
    const dialled: string[] = [];
    const { verdict } = await visited(() => 0, {
      consult: async ({ number }) => {
        dialled.push(number);
        return consultEvidence({ outcome: 'ended', status: '404 Not Found' });
      },
    });
    expect(verdict).toMatchObject({ verdict: 'fail', code: 'voicemail-number-refused' });
    expect(dialled).toEqual(['3199']);
  });

  it('is not made for a message in the wrong box', async () => {
    const { verdict, evidence } = await visited(() => 1.5, {
      lastSeen: () => [foundMessage({ context: 'default' }), foundMessage({ mailbox: '3101' })],
    });
    expect(verdict).toMatchObject({ verdict: 'skipped' });
    expect(evidence).toEqual({ before: null, visits: [], after: null });
  });
});
