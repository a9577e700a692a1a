import { describe, expect, it } from 'vitest';
import type { DepositEvidence } from '../../model/evidence/evidence.ts';
import { consultEvidence, depositEvidence, fakeProbes, foundMessage } from '../fake-probes.ts';
import type { FoundMessage } from '../probes.ts';
import { type Attempt, type DepositRules, depositCheck, judgeDeposits } from './deposit.ts';

const RING = { expected: 20, tolerance: 3 };
const HERE = [foundMessage()];

function attempt(
  more: Partial<DepositEvidence> = {},
  messages: readonly FoundMessage[] = HERE,
): Attempt {
  return { deposit: depositEvidence(more), messages, visits: [] };
}

function rules(more: Partial<DepositRules> = {}): DepositRules {
  return { ring: RING, quick: true, owners: [], ...more };
}

/** The second attempt: the other way round, refused as busy. */
function busy(more: Partial<DepositEvidence> = {}, messages?: readonly FoundMessage[]): Attempt {
  const ends = { caller: '3102', callee: '3101', manner: 'refuse' } as const;
  return attempt({ ...ends, ...more }, messages ?? [foundMessage({ mailbox: '3101' })]);
}

describe('a message that is left', () => {
  it.each<[string, readonly Attempt[], string, object]>([
    [
      'after the ring and after a refusal',
      [attempt(), busy()],
      'pass message-left',
      { seconds: 20 },
    ],
    ['after a refusal alone', [busy()], 'pass message-left', { mailbox: '3101', seconds: null }],
    [
      ...(['too soon', [attempt({ rang: 16_900 }), busy()], 'partial ring-short'] as const),
      { rang: 16.9, expected: 20, tolerance: 3 },
    ],
    ['just soon enough', [attempt({ rang: 16_951 }), busy()], 'pass message-left', {}],
    ['just in time', [attempt({ rang: 23_049 }), busy()], 'pass message-left', {}],
    ['too late', [attempt({ rang: 23_051 }), busy()], 'partial ring-long', { rang: 23.1 }],
    [
      ...(['without a ring', [attempt({ rang: null }), busy()], 'partial ring-absent'] as const),
      { caller: '3101', callee: '3102' },
    ],
    ['without a ring to refuse', [busy({ rang: null })], 'fail ring-absent', { callee: '3101' }],
    [
      ...(['never: it rings on', [attempt({ outcome: 'rings-on', rang: 32_000 }, [])]] as const),
      ...(['fail ring-long', { rang: 32 }] as const),
    ],
    [
      'never: somebody else rings',
      ...([[attempt({ outcome: 'unrung', rang: null }, [])], 'fail ring-absent', {}] as const),
    ],
    [
      ...([
        'never: there is no voicemail',
        [busy({ outcome: 'ended', status: '486 Busy' }, [])],
      ] as const),
      ...(['fail voicemail-absent', { status: '486 Busy' }] as const),
    ],
    [
      'never: the number is refused',
      ...([
        [busy({ outcome: 'ended', rang: null, status: '404' }, [])],
        'fail voicemail-absent',
      ] as const),
      { status: '404' },
    ],
    ['never: nothing beeps', [busy({ outcome: 'no-beep' }, [])], 'fail voicemail-silent', {}],
    ['nowhere', [busy({}, [])], 'fail message-lost', { mailbox: '3101', context: 'finance' }],
    [
      'in a box of another context',
      ...([[busy({}, [foundMessage({ context: 'default', mailbox: '3101' })])]] as const),
      ...(['fail message-elsewhere', { found: 'default/3101/INBOX/msg0000' }] as const),
    ],
    [
      'in the box of another',
      ...([[busy({}, [foundMessage({ mailbox: '3102' })])], 'fail message-elsewhere'] as const),
      { expected: 'finance/3101', found: 'finance/3102/INBOX/msg0000' },
    ],
    [
      'in two boxes, its own one too',
      ...([[busy({}, [foundMessage(), foundMessage({ mailbox: '3101' })])]] as const),
      ...(['pass message-left', {}] as const),
    ],
    ['with a call that stalls', [busy({ outcome: 'stalled' }, [])], 'timeout took-too-long', {}],
    [
      ...(['one time of two', [attempt(), busy({}, [])], 'partial message-lost'] as const),
      { mailbox: '3101' },
    ],
  ])('%s', (_, attempts, expected, params) => {
    const found = judgeDeposits('finance', attempts, RING);
    expect(`${found.verdict} ${found.code}`).toBe(expected);
    expect(found.params).toMatchObject(params);
  });

  it('may not ring on where the lab tolerates nothing', () => {
    const rings = attempt({ outcome: 'rings-on', rang: 20_000 }, []);
    const found = judgeDeposits('finance', [rings], { expected: 20, tolerance: 0 });
    expect(found).toMatchObject({ verdict: 'fail', code: 'ring-long' });
  });
});

describe('leaving messages', () => {
  const couple = { context: 'finance', one: '3101', other: '3102' };
  const inBoth = [
    foundMessage(),
    foundMessage({ mailbox: '3101', voice: '3102/message' }),
    foundMessage({ context: 'compta', mailbox: '3202', voice: '3201/message' }),
  ];

  it('tries the ring one way and the refusal the other way', async () => {
    const asked: number[] = [];
    const probes = fakeProbes({
      messages: async (enough, within) => {
        asked.push(within);
        return enough(inBoth) ? inBoth : [];
      },
    });
    const check = depositCheck(couple, rules({ quick: false }));
    const { verdict, evidence, inherentMs } = await check.find(probes, new Set());
    expect(verdict).toMatchObject({ verdict: 'pass', params: { mailbox: '3102', seconds: 20 } });
    expect(evidence).toMatchObject([
      {
        deposit: { caller: '3101', callee: '3102', manner: 'ring' },
        messages: [{ mailbox: '3102' }],
      },
      {
        deposit: { caller: '3102', callee: '3101', manner: 'refuse' },
        messages: [{ mailbox: '3101' }],
      },
    ]);
    expect(asked).toEqual([5000, 5000]);
    expect(inherentMs).toBe(20_010 + 300 + 2 * 2430);
  });

  it('tries the refusal alone when it must be quick', async () => {
    const probes = fakeProbes({ messages: async () => inBoth });
    const { verdict, evidence } = await depositCheck(couple, rules()).find(probes, new Set());
    expect(evidence).toMatchObject([{ deposit: { caller: '3101', manner: 'refuse' } }]);
    expect(verdict).toMatchObject({ verdict: 'pass', params: { mailbox: '3102', seconds: null } });
  });

  it('takes one look where nothing was said', async () => {
    const asked: number[] = [];
    const probes = fakeProbes({
      leaveMessage: async (request) =>
        depositEvidence({ ...request, outcome: 'ended', rang: null }),
      messages: async (_, within) => {
        asked.push(within);
        return [];
      },
    });
    const { verdict } = await depositCheck(couple, rules()).find(probes, new Set());
    expect(verdict).toMatchObject({ verdict: 'fail', code: 'voicemail-absent' });
    expect(asked).toEqual([0]);
  });

  it.each([
    [3, 32_000],
    [0, 22_000],
  ])('has patience to tell a long ring, with a tolerance of %i s: %i ms', async (tolerance, ms) => {
    const patience: number[] = [];
    const probes = fakeProbes({
      leaveMessage: async ({ ringAtMost, ...request }) => {
        patience.push(ringAtMost);
        return depositEvidence(request);
      },
    });
    await depositCheck(couple, rules({ ring: { expected: 20, tolerance } })).find(
      probes,
      new Set(),
    );
    expect(patience).toEqual([ms]);
  });

  const owner = { context: 'finance', owner: '3102', pin: '1234', number: '3199', caller: '3101' };

  it.each([
    ['its owner hears it', 1.5, [owner], 'pass message-left'],
    ['its owner does not hear it', 0, [owner], 'fail message-elsewhere'],
    ['such boxes do not count', 1.5, [], 'fail message-elsewhere'],
  ] as const)(
    'takes a box that users.conf declares for one when %s',
    async (_, heard, owners, expected) => {
      const dialled = new Set<string>();
      const probes = fakeProbes({
        messages: async () => [foundMessage({ context: 'default', before: 1 })],
        consult: async ({ caller, number, voice, steps }) => {
          dialled.add(`${caller} ${number} ${voice}`);
          return consultEvidence({ keys: steps[0]?.keys ?? '', heard });
        },
      });
      const { verdict } = await depositCheck(couple, rules({ owners })).find(probes, new Set());
      expect(`${verdict.verdict} ${verdict.code}`).toBe(expected);
      expect([...dialled]).toEqual(owners.length === 0 ? [] : ['3102 3199 3101/message']);
    },
  );

  it('makes no visit when the message is where it should be', async () => {
    const probes = fakeProbes({
      messages: async () => [foundMessage(), foundMessage({ context: 'default' })],
      consult: async () => {
        throw new Error('dialled');
      },
    });
    const { verdict } = await depositCheck(couple, rules({ owners: [owner] })).find(
      probes,
      new Set(),
    );
    expect(verdict).toMatchObject({ verdict: 'pass' });
  });
});
