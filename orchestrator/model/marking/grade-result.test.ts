import { describe, expect, it } from 'vitest';
import { type Attempt, findingsOf, type GradedFinding, gradeResult } from './grade-result.ts';
import type { ScaleCheck } from './scale.ts';
import { type Verdict, verdict } from './verdict.ts';

const title = { fr: 'titre', en: 'title' };

function entry(id: string, quarters: number): ScaleCheck {
  return {
    ...{ id, quarters, atStage: {}, title, consequenceOf: [], files: [], suspects: [], says: [] },
    failures: [
      { when: { code: 'register-refused' }, text: { fr: '{extension} non', en: '{extension} no' } },
      { when: null, text: { fr: 'rien', en: 'nothing' } },
    ],
    selftest: { fails: [], passes: [] },
  };
}

const SCALE = {
  questions: [
    { id: 'Q1.3', title, checks: [entry('register.finance', 6)] },
    { id: 'Q2.4', title, checks: [entry('voicemail.consult.finance', 7)] },
  ],
};
const ABOUT = {
  ...{ lab: 'essai', title, team: 3, submission: null, date: '2026-11-24T10:00:00.000Z' },
  ...{ stage: 'solution', files: 'sha256:0', sheet: 'sha256:1', seed: 1, ms: 10 },
  ...{ criticalPathMs: 8, final: true, kept: '1-team-3', reports: [], base: '10.1', part: null },
};
const PASS = verdict('pass', 'all-registered', { extensions: ['3101'] });
const LOST = verdict('inconclusive', 'phone-lost', { said: '3101' });

function found(id: string, verdicts: readonly Verdict[]): GradedFinding {
  const attempts = verdicts.map(
    (one): Attempt => ({ ...one, evidence: null, replaced: null, seed: 1, ms: 5, proof: null }),
  );
  const found = verdicts.at(-1) ?? PASS;
  return { id, verdict: found, evidence: null, root: null, attempts, decided: null, causes: [] };
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

  it('tells who did not pass what the lab has to say, and adds questions up', () => {
    const refused = verdict('fail', 'register-refused', { extension: '3101', status: '403' });
    const result = gradeResult(ABOUT, [found('register.finance', [refused])], SCALE);
    expect(result.checks[0]?.feedback).toEqual({ fr: '3101 non', en: '3101 no' });
    expect(result.questions).toMatchObject([
      { id: 'Q1.3', points: 0, max: 1.5 },
      { id: 'Q2.4', points: 0, max: 0 },
    ]);
  });

  it('lists what was not handed in apart, and what is the teacher’s to judge', () => {
    const absent = verdict('skipped', 'not-handed-in', { what: 'capture' });
    const open = verdict('skipped', 'for-the-teacher', { what: 'sip', found: 'x' });
    const { notHandedIn, forTeacher, points } = gradeResult(
      ABOUT,
      [found('register.finance', [absent]), found('voicemail.consult.finance', [open])],
      SCALE,
    );
    expect({ notHandedIn, forTeacher, points }).toEqual({
      ...{ notHandedIn: ['register.finance'], forTeacher: ['voicemail.consult.finance'] },
      points: 0,
    });
  });

  it('is counted again from its own findings, with what the teacher decides', () => {
    const first = gradeResult(ABOUT, [found('register.finance', [LOST])], SCALE);
    expect(gradeResult(ABOUT, findingsOf(first), SCALE)).toEqual(first);
    const decided = findingsOf(first).map((finding) => ({ ...finding, decided: 1.25 }));
    expect(gradeResult(ABOUT, decided, SCALE).points).toBe(1.25);
  });
});
