import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LabError } from '../../base/lab-error.ts';
import { ALL_TEAMS, teamNumber, teamNumbers } from './team-number.ts';

const REFUSED = ['0', '9', 'x', '-1', '1.5', '', ' ', '10', '01', '1e0', '٣', '3x', 'NaN'];

function problemOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error instanceof LabError ? error.problem : error;
  }
}

describe('a team number', () => {
  it('is 1 to 8', () => {
    expect(ALL_TEAMS).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(ALL_TEAMS.map((team) => teamNumber(String(team)))).toEqual(ALL_TEAMS);
  });

  it.each(REFUSED)('is refused as %j, and the refusal says what was found', (found) => {
    expect(problemOf(() => teamNumber(found))).toEqual({
      code: 'team-out-of-range',
      params: { found },
    });
  });

  it('is never anything but 1 to 8, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)),
        (word) => {
          const outcome = problemOf(() => teamNumber(word));
          if (/^\s*[1-8]\s*$/.test(word)) expect(outcome).toBe(Number(word));
          else expect(outcome).toMatchObject({ code: 'team-out-of-range' });
        },
      ),
    );
  });
});

describe('a list of teams', () => {
  it('is read as people write it, sorted and without repeats', () => {
    expect(teamNumbers('3')).toEqual([3]);
    expect(teamNumbers('1,4-6')).toEqual([1, 4, 5, 6]);
    expect(teamNumbers(' 8, 2 - 3 ,2')).toEqual([2, 3, 8]);
    expect(teamNumbers('5-5')).toEqual([5]);
  });

  it.each([...REFUSED, '1,9', '6-4', '0-3', '7-9', '1,,2', '1-', '-', ',', '1-2-3', '1;2'])(
    'is refused as %j',
    (words) => {
      expect(problemOf(() => teamNumbers(words))).toMatchObject({ code: 'team-out-of-range' });
    },
  );
});
