import { describe, expect, it } from 'vitest';
import type { CallEvidence } from '../../model/evidence/evidence.ts';
import { callEvidence, consultEvidence, fakeProbes } from '../fake-probes.ts';
import { callCheck, judgeCalls } from './call.ts';

const BACK = { caller: '3102', callee: '3101', number: '3101' };
const hears = (other: number, own = 0) => ({ other, own });

describe('a call between neighbours', () => {
  it.each<[string, Partial<CallEvidence>, string, object]>([
    ['works', {}, 'pass calls-work', {}],
    [
      ...(['is refused', { outcome: 'ended', status: '404 Not Found' }] as const),
      ...(['fail call-refused', { status: '404 Not Found' }] as const),
    ],
    [
      ...(['is answered by something else', { outcome: 'answered-elsewhere' }] as const),
      ...(['fail call-elsewhere', { caller: '3101', callee: '3102' }] as const),
    ],
    ['rings somebody else', { outcome: 'unrung', cleared: false }, 'fail ring-absent', {}],
    [
      ...(['stalls', { outcome: 'stalled', awaited: 'CALL_INCOMING' }] as const),
      ...(['timeout took-too-long', { what: '3101 → 3102', awaited: 'CALL_INCOMING' }] as const),
    ],
    [
      ...(['leaves the caller deaf', { heardByCaller: hears(0) }] as const),
      ...(['fail one-way-audio', { deaf: '3101' }] as const),
    ],
    [
      ...(['leaves the callee deaf', { heardByCallee: hears(0.9) }] as const),
      ...(['fail one-way-audio', { deaf: '3102' }] as const),
    ],
    [
      ...(['leaves both deaf', { heardByCaller: hears(0), heardByCallee: hears(0) }] as const),
      ...(['fail no-audio', {}] as const),
    ],
    [
      ...(['echoes', { heardByCaller: hears(1.2, 1) }] as const),
      ...(['fail audio-echo', { extension: '3101' }] as const),
    ],
    [
      ...(['echoes at the callee', { heardByCallee: hears(0, 1) }] as const),
      ...(['fail audio-echo', { extension: '3102' }] as const),
    ],
    ['stays up at one end', { cleared: false }, 'fail call-left-up', {}],
  ])('that %s both ways', (_, more, expected, params) => {
    const found = judgeCalls([callEvidence(more), callEvidence(more)]);
    expect(`${found.verdict} ${found.code}`).toBe(expected);
    expect(found.params).toMatchObject(params);
  });

  it('that works one way only is a part, told by the way that doesn’t', () => {
    const back = callEvidence({ ...BACK, outcome: 'ended', status: '403 Forbidden' });
    expect(judgeCalls([callEvidence(), back])).toMatchObject({
      ...{ verdict: 'partial', code: 'call-refused' },
      params: { caller: '3102', callee: '3101', status: '403 Forbidden' },
    });
  });

  it('is placed both ways, hung up once by either side', async () => {
    const couple = { context: 'finance', one: '3101', other: '3102' };
    const { verdict, evidence, inherentMs } = await callCheck(couple).find(fakeProbes(), new Set());
    expect(evidence).toMatchObject({
      calls: [
        { caller: '3101', callee: '3102', hangUpBy: 'caller' },
        { caller: '3102', callee: '3101', hangUpBy: 'callee' },
      ],
      spare: null,
    });
    expect(verdict).toMatchObject({ verdict: 'pass', params: { one: '3101', other: '3102' } });
    expect(inherentMs).toBe(2000);
  });

  it.each([
    [{ outcome: 'ended', status: '404 Not Found' }, 'number-unmatched'],
    [{ outcome: 'ended', status: '503 Service Unavailable' }, 'calls-work'],
    [{ outcome: 'answered', status: '' }, 'calls-work'],
  ] as const)('wants a pattern, where the lab does: %j', async (seen, code) => {
    const couple = { context: 'finance', one: '3101', other: '3102' };
    const dialled: string[] = [];
    const probes = fakeProbes({
      consult: async ({ caller, number }) => {
        dialled.push(`${caller} ${number}`);
        return consultEvidence({ caller, number, ...seen });
      },
    });
    const { verdict } = await callCheck(couple, '3150').find(probes, new Set());
    expect(verdict.code).toBe(code);
    expect(dialled).toEqual(['3101 3150']);
  });
});
