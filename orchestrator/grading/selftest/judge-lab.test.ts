import { describe, expect, it } from 'vitest';
import type { GradeResult, ResultCheck } from '../../model/marking/grade-result.ts';
import type { Scale } from '../../model/marking/scale.ts';
import type { Mutant } from '../../model/mutants/mutant.ts';
import { confusion } from './confusion.ts';
import { flakesOf } from './flakes.ts';
import { judgeLab } from './judge-lab.ts';
import { namedCause } from './named-cause.ts';
import { targetsOf } from './targets.ts';

const text = { fr: '', en: '' };
const entry = {
  quarters: 4,
  atStage: {},
  title: text,
  files: [],
  suspects: [],
  says: [],
  failures: [],
};
const selftest = { fails: [], passes: [] };
const scale: Scale = {
  questions: [
    {
      ...{ id: 'Q1', title: text },
      checks: [
        { ...entry, id: 'call.a', consequenceOf: [], selftest },
        { ...entry, id: 'box.a', consequenceOf: ['call.a'], selftest },
        { ...entry, id: 'call.b', consequenceOf: [], selftest },
      ],
    },
  ],
};
const wrong: Mutant = {
  ...{ id: 'W41', about: text, edits: [], papers: false, faults: 1, cause: ['_', 'underscore'] },
  place: { file: 'extensions.conf', line: '{X}1XX', section: 'finance' },
  expect: { root: ['call.a'], questions: ['Q1'], fails: ['box.a'], passes: [] },
};
const valid: Mutant = { ...wrong, id: 'V01', expect: null };

function checkOf(id: string, outcome: Partial<ResultCheck>): ResultCheck {
  const passed = (outcome.verdict ?? 'pass') === 'pass';
  return {
    ...{ id, question: 'Q1', title: text, verdict: 'pass', code: 'registered', params: {} },
    ...{ points: passed ? 1 : 0, max: 1, evidence: null, root: null, attempts: [] },
    ...{ disagreed: false, decided: null, feedback: null, causes: [], ...outcome },
  } as ResultCheck;
}

function resultOf(...checks: readonly ResultCheck[]): GradeResult {
  return { checks, team: 3, points: 0, max: 3 } as unknown as GradeResult;
}

const failed = checkOf('call.a', { verdict: 'fail' });
const spoilt = checkOf('box.a', { verdict: 'skipped', root: 'call.a' });
const fine = checkOf('call.b', {});
const judge = (mutant: Mutant, ...checks: readonly ResultCheck[]) =>
  judgeLab(mutant, resultOf(...checks), scale);

describe('a wrong lab', () => {
  it('is right when its root fails, its consequences follow, and the rest passes', () => {
    const judged = judge(wrong, failed, spoilt, fine);
    expect(judged).toMatchObject({ right: true, rootNamed: true, charged: ['Q1'] });
    expect(judge(wrong, failed, checkOf('box.a', {}), fine).right).toBe(true);
  });

  it('is not when the root passes, something else fails, or another root is named', () => {
    expect(judge(wrong, checkOf('call.a', {}), fine).rootNamed).toBe(false);
    expect(judge(wrong, failed, checkOf('call.b', { verdict: 'fail' })).rootNamed).toBe(false);
    const other = checkOf('box.a', { verdict: 'skipped', root: 'call.b' });
    expect(judge(wrong, failed, other, fine).rootNamed).toBe(false);
    expect(judge(wrong, failed, checkOf('call.b', { verdict: 'inconclusive' })).right).toBe(false);
    expect(judge(wrong, fine).right).toBe(false);
  });

  it('is not judged by what was not handed in', () => {
    const absent = checkOf('answers.sip', { verdict: 'skipped', code: 'not-handed-in' });
    expect(judge(valid, fine, absent)).toMatchObject({ right: true, fullMarks: true });
  });
});

describe('the targets', () => {
  const lab = { named: null, empty: false };
  const figures = (labs: Parameters<typeof targetsOf>[0]['labs']) =>
    Object.fromEntries(
      targetsOf({ labs, notGraded: 0, flakes: null }).map(({ id, met }) => [id, met]),
    );

  it('are met by a grader that is right, and missed by one that is wrong', () => {
    const right = [judge(wrong, failed, spoilt, fine), judge(valid, fine)];
    expect(Object.values(figures(right.map((one) => ({ ...one, ...lab }))))).not.toContain(false);
    const wrongly = [judge(wrong, fine), judge(valid, failed)];
    expect(figures(wrongly.map((one) => ({ ...one, ...lab })))).toMatchObject({
      ...{ 'wrong-with-full-marks': false, 'valid-wrongly-failed': false },
      ...{ 'not-as-labelled': false, 'root-named': false, flakes: true },
    });
    expect(confusion(wrongly).find(({ check }) => check === 'call.a')).toMatchObject({
      ...{ wronglyFailed: 1, rightlyFailed: 0, rightlyPassed: 0 },
    });
  });

  it('tell what differs between repeats', () => {
    const again = [judge(valid, failed), judge(valid, checkOf('call.a', {}))];
    expect(flakesOf(again)).toEqual([{ id: 'V01', check: 'call.a', found: ['fail', 'pass'] }]);
    expect(flakesOf([judge(valid, fine), judge(valid, fine)])).toEqual([]);
  });
});

describe('what a student is told', () => {
  const texts = new Map([['extensions.conf', '[finance]\nexten => 31XX,1,Dial()\n']]);
  const told = (line: number | null, section: string | null, en: string) =>
    namedCause(
      wrong,
      resultOf(
        checkOf('call.a', {
          verdict: 'fail',
          causes: [{ rule: 'r', file: 'extensions.conf', line, section, text: { fr: '', en } }],
        }),
      ),
      texts,
    );

  it('names the cause by a word of it, and the place by line or section', () => {
    expect(told(2, null, 'There is no underscore.')).toEqual({ cause: true, place: true });
    expect(told(null, 'finance', 'A pattern.')).toEqual({ cause: false, place: true });
    expect(told(7, 'compta', 'Underscore')).toEqual({ cause: true, place: false });
  });
});
