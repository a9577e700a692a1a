import { describe, expect, it } from 'vitest';
import type { ReachEvidence } from '../../model/evidence/evidence.ts';
import { fakeProbes } from '../fake-probes.ts';
import { contextsCheck, judgeContexts } from './contexts-separate.ts';

type Outcome = ReachEvidence['outcome'];

function tried(there: Outcome, back: Outcome): readonly ReachEvidence[] {
  const more = { status: '', timeline: '-' };
  return [
    { caller: '3101', number: '3201', outcome: there, ...more },
    { caller: '3201', number: '3101', outcome: back, ...more },
  ];
}

describe('two contexts', () => {
  it.each<[Outcome, Outcome, string, string]>([
    ['refused', 'refused', 'pass contexts-apart', 'pass contexts-apart'],
    ['answered', 'refused', 'pass contexts-apart', 'pass contexts-apart'],
    ['refused', 'unrung', 'pass contexts-apart', 'pass contexts-apart'],
    ['rings', 'refused', 'fail contexts-not-apart', 'pass contexts-joined'],
    ['refused', 'rings', 'fail contexts-not-apart', 'pass contexts-joined'],
    ['stalled', 'rings', 'fail contexts-not-apart', 'pass contexts-joined'],
    ['stalled', 'refused', 'timeout took-too-long', 'timeout took-too-long'],
  ])('%s there and %s back: %s where they must be apart, else %s', (there, back, must, may) => {
    const evidence = tried(there, back);
    for (const [mustBeSeparate, expected] of [
      [true, must],
      [false, may],
    ] as const) {
      const { verdict, code } = judgeContexts(evidence, mustBeSeparate);
      expect(`${verdict} ${code}`).toBe(expected);
    }
  });

  it('are told by the way on which a phone was reached', () => {
    const found = judgeContexts(tried('refused', 'rings'), true);
    expect(found.params).toEqual({ one: '3201', other: '3101' });
  });

  it('are tried both ways, from phones that can call neighbours', async () => {
    const [one, other] = [
      { context: 'finance', one: '3101', other: '3102' },
      { context: 'compta', one: '3201', other: '3202' },
    ];
    const check = contextsCheck(one, other, false);
    const { evidence } = await check.find(fakeProbes(), new Set());
    expect(evidence).toMatchObject([
      { caller: '3101', number: '3201' },
      { caller: '3201', number: '3101' },
    ]);
    expect(check.lines).toEqual(['3101', '3201']);
    expect(check.controls).toEqual([
      { check: 'call.finance', least: 'pass' },
      { check: 'call.compta', least: 'pass' },
    ]);
  });
});
