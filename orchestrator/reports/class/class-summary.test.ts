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

  it('tells marks, whosoever the hand-in is', () => {
    const rows = [
      { team: 3, handIn: 'equipe3', mark: '15,75/20', ms: 41_200 },
      { team: null, handIn: 'Dupont', ms: null, remark: 'À qui est Dupont ?' },
    ];
    expect(classSummary(rows, 'fr').split('\n')).toEqual([
      '  équipe  rendu    note      durée   remarque',
      '  3       equipe3  15,75/20  41,2 s',
      '          Dupont                     À qui est Dupont ?',
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
