import { describe, expect, it } from 'vitest';
import { labError } from '../../base/lab-error.ts';
import { classSummary, failureWords } from './class-summary.ts';

const ROWS = [
  {
    ...{ team: 1, ms: 9_800, state: 'in service' },
    ...{ lines: { some: 4, all: 4 }, checks: { some: 13, all: 13 } },
  },
  { team: 2, ms: 300, remark: 'Somebody else is at team 2, and has been for 130 s: "lab up".' },
];

describe('a summary of several teams', () => {
  it('has a row a team, with what went wrong', () => {
    expect(classSummary(ROWS, 'en').split('\n')).toEqual([
      '  team  state       lines   checks    time   remark',
      '  1     in service  4 of 4  13 of 13  9.8 s',
      '  2                                   0.3 s  Somebody else is at team 2, and has been for 130 s: "lab up".',
    ]);
  });

  it('leaves out columns that a verb has nothing for, and speaks French', () => {
    const rows = [{ team: 1, ms: 9_800, state: 'en service' }];
    expect(classSummary(rows, 'fr').split('\n')).toEqual([
      '  équipe  état        durée',
      '  1       en service  9,8 s',
    ]);
  });

  it('fits into the terminal', () => {
    const lines = classSummary(ROWS, 'en', 60).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBe(60);
    expect(lines[2]).toMatch(/Somebody else …$/);
  });

  it('tells a trouble in its first sentence, and a fault of ours as one', () => {
    const { problem } = labError('pbx-slow', { team: 2 });
    expect(failureWords(problem, 'en')).toMatch(/^\S.*team 2/);
    expect(failureWords({ code: 'fault', params: { said: 'x' } }, 'fr')).toBe('une erreur de lab');
  });
});
