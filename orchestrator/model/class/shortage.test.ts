import { describe, expect, it } from 'vitest';
import { ALL_TEAMS } from '../numbering/team-number.ts';
import { standing, TEAM } from '../topology/sample-team.ts';
import { shortage, type TeamNeed, teamNeed } from './shortage.ts';

const NOTHING = { networks: [], volumes: [], containers: [] };

/** Eight teams of which each needs 100 bytes of memory and 10 of disk, but for those that are up. */
function needs(up: readonly number[] = []): readonly TeamNeed[] {
  return ALL_TEAMS.map((team) =>
    up.includes(team) ? { team, memory: 0, disk: 0 } : { team, memory: 100, disk: 10 },
  );
}

describe('what a team needs', () => {
  it('is nothing while all of it runs, and all of it while nothing does', () => {
    expect(teamNeed(TEAM, standing('running'))).toEqual({ team: 3, memory: 0, disk: 0 });
    const all = teamNeed(TEAM, NOTHING);
    const pbx = teamNeed(TEAM, standing('exited'));
    expect(pbx.memory).toBeGreaterThan(0);
    expect(all.memory).toBeGreaterThan(pbx.memory);
    expect(all.disk).toBeGreaterThan(pbx.disk);
  });
});

describe('a budget for teams', () => {
  it('is enough when everything fits, to the last byte', () => {
    expect(shortage(needs(), { memory: 800, disk: 80 })).toBeNull();
  });

  it('names what is short and the teams that would fit', () => {
    expect(shortage(needs(), { memory: 550, disk: 80 })).toEqual({
      ...{ of: 'memory', needed: 800, free: 550, fitting: [1, 2, 3, 4, 5] },
    });
    expect(shortage(needs(), { memory: 800, disk: 19 })).toMatchObject({
      ...{ of: 'disk', needed: 80, free: 19, fitting: [1] },
    });
  });

  it('leaves teams that are up out of account', () => {
    const { needed, fitting } = shortage(needs([2, 8]), { memory: 100, disk: 80 }) ?? {};
    expect({ needed, fitting }).toEqual({ needed: 600, fitting: [1, 2, 8] });
    expect(shortage(needs(ALL_TEAMS), { memory: 0, disk: 0 })).toBeNull();
  });

  it('refuses nothing where nobody knows what is free', () => {
    expect(shortage(needs(), { memory: null, disk: null })).toBeNull();
  });

  it('tells that not even one team fits', () => {
    expect(shortage(needs(), { memory: 99, disk: 80 })?.fitting).toEqual([]);
  });
});
