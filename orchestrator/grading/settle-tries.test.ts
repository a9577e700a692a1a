import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../model/marking/check-report.ts';
import { verdict } from '../model/marking/verdict.ts';
import { FAIL, PASS } from './fake-checks.ts';
import { settleTries } from './settle-tries.ts';

const LOST = verdict('inconclusive', 'phone-lost', { said: '3101' });
const SKIPPED = verdict('skipped', 'needs-another', { check: 'register.finance' });
const result = (found: typeof LOST): CheckResult => ({
  ...{ id: 'call.finance', ...found, evidence: null },
  ...{ started: 0, ms: 1, inherentMs: 0, after: [] },
});

describe('of two tries of a check', () => {
  it.each([
    ['a failure that is confirmed', FAIL, FAIL, 'fail'],
    ['a failure that was none', FAIL, PASS, 'pass'],
    ['a failure that could not be confirmed', FAIL, LOST, 'inconclusive'],
    ['what could not be told, skipped the second time', LOST, SKIPPED, 'inconclusive'],
    ['a failure, skipped the second time', FAIL, SKIPPED, 'fail'],
    ['what was skipped twice', SKIPPED, SKIPPED, 'skipped'],
  ] as const)('%s', (_, first, second, counts) => {
    expect(settleTries(result(first), result(second)).verdict).toBe(counts);
  });

  it('the only one counts where there was no second', () => {
    expect(settleTries(result(FAIL), undefined).verdict).toBe('fail');
  });
});
