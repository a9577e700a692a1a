import { describe, expect, it } from 'vitest';
import { type Attempt, type GradedFinding, gradeResult } from './grade-result.ts';
import { type Verdict, verdict } from './verdict.ts';

const SCALE = {
  questions: [
    { id: 'Q1.3', checks: [{ id: 'register.finance', quarters: 6 }] },
    { id: 'Q2.4', checks: [{ id: 'voicemail.consult.finance', quarters: 7 }] },
  ],
};
const ABOUT = { team: 3, submission: null, files: 'sha256:0', seed: 1, ms: 10 };
const PASS = verdict('pass', 'all-registered', { extensions: ['3101'] });
const LOST = verdict('inconclusive', 'phone-lost', { said: '3101' });

function found(id: string, verdicts: readonly Verdict[]): GradedFinding {
  const attempts = verdicts.map(
    (one): Attempt => ({ ...one, evidence: null, replaced: null, seed: 1, ms: 5, proof: null }),
  );
  return { id, verdict: verdicts.at(-1) ?? PASS, evidence: null, root: null, attempts };
}

const points = (...findings: GradedFinding[]) => gradeResult(ABOUT, findings, SCALE).points;

describe('a mark', () => {
  it('is the sum of what passed, and half of what held in part, in whole quarters', () => {
    const moved = verdict('partial', 'message-not-moved', { place: 'finance/3102/INBOX/msg0000' });
    expect(points(found('register.finance', [PASS]))).toBe(1.5);
    expect(points(found('voicemail.consult.finance', [moved]))).toBe(0.75);
  });

  it('has nothing for what was skipped, failed or came too late', () => {
    const skipped = verdict('skipped', 'needs-another', { check: 'pbx.boots' });
    const late = verdict('timeout', 'took-too-long', { what: '3101', awaited: '200' });
    expect(points(found('register.finance', [skipped]))).toBe(0);
    expect(points(found('register.finance', [late]))).toBe(0);
  });

  it('is not given while something that counts could not be told', () => {
    expect(points(found('register.finance', [LOST]))).toBeNull();
    expect(points(found('contexts.separate', [LOST]))).toBe(0);
  });

  it('lists checks in the order of the sheet, whatever was tried first', () => {
    const tried = ['contexts.separate', 'voicemail.consult.finance', 'register.finance'];
    const findings = tried.map((id) => found(id, [PASS]));
    const { checks } = gradeResult(ABOUT, findings, SCALE);
    expect(checks.map(({ id }) => id)).toEqual([...tried].reverse());
  });

  it('flags attempts that disagree', () => {
    const refused = verdict('fail', 'register-refused', { extension: '3101', status: '403' });
    const result = gradeResult(ABOUT, [found('register.finance', [refused, PASS])], SCALE);
    expect(result.checks).toMatchObject([{ disagreed: true, points: 1.5, max: 1.5 }]);
  });
});
