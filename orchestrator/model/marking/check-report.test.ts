import { describe, expect, it } from 'vitest';
import { allPassed, type CheckResult, criticalPath } from './check-report.ts';
import { verdict } from './verdict.ts';

function result(id: string, inherentMs: number, after: readonly string[] = []): CheckResult {
  const times = { started: 0, ms: 9999, inherentMs, after };
  return { id, ...verdict('pass', 'asterisk-answers', {}), evidence: null, ...times };
}

describe('the critical path of a run', () => {
  it('is nothing when nothing was run', () => {
    expect(criticalPath([])).toBe(0);
  });

  it('is the longest chain, counted with what no haste can spare', () => {
    const checks = [
      result('boots', 0),
      result('finance', 20_000, ['boots']),
      result('compta', 21_000, ['boots']),
      result('consult', 3_000, ['finance']),
      result('call', 1_000, ['finance', 'consult', 'compta']),
    ];
    expect(criticalPath(checks)).toBe(24_000);
  });

  it('passes over checks that were not run', () => {
    expect(criticalPath([result('call', 1_000, ['register'])])).toBe(1_000);
  });
});

describe('a report', () => {
  it.each([
    ['pass', true],
    ['partial', false],
    ['fail', false],
    ['skipped', false],
    ['timeout', false],
    ['inconclusive', false],
  ] as const)('with one check that came out as %s: all passed, %s', (outcome, all) => {
    const other = { ...result('b', 0), verdict: outcome };
    expect(allPassed({ checks: [result('a', 0), other] })).toBe(all);
  });
});
