import { describe, expect, it } from 'vitest';
import { allRegistered, lineOf, teamStatus } from './lab-status.ts';
import { standing, TEAM } from './sample-team.ts';

const BOTH = [
  { name: '3101', host: '192.168.3.11' },
  { name: '3102', host: '192.168.3.12' },
];

function registered(status: ReturnType<typeof teamStatus>): readonly boolean[] {
  return status.stations.flatMap(({ lines }) => lines.map((line) => line.registered));
}

describe('the status of a team', () => {
  it('is in service with every line registered', () => {
    const status = teamStatus(TEAM, standing('running'), BOTH);
    expect(status).toMatchObject({ stage: 'start', network: true, pbx: { state: 'in-service' } });
    expect(registered(status)).toEqual([true, true]);
    expect(allRegistered(status)).toBe(true);
  });

  it('counts a line only at a station of the team that runs', () => {
    const elsewhere = [
      { name: '3101', host: '192.168.3.99' },
      { name: '3102', host: null },
    ];
    expect(registered(teamStatus(TEAM, standing('running'), elsewhere))).toEqual([false, false]);
    const stopped = teamStatus(TEAM, standing('running', 'exited'), BOTH);
    expect(registered(stopped)).toEqual([true, false]);
    expect(stopped.stations[1]?.state).toBe('stopped');
    expect(allRegistered(stopped)).toBe(false);
  });

  it('counts a line at any station, since stations change accounts', () => {
    const swapped = [{ name: '3101', host: '192.168.3.12' }];
    expect(registered(teamStatus(TEAM, standing('running'), swapped))).toEqual([true, false]);
  });

  it.each([
    ['running', 'no-asterisk'],
    ['exited', 'stopped'],
    ['paused', 'stopped'],
    ['created', 'stopped'],
  ] as const)('tells a PBX that is %s and silent: %s', (state, word) => {
    const status = teamStatus(TEAM, standing(state), null);
    expect(status.pbx.state).toBe(word);
    expect(allRegistered(status)).toBe(false);
  });

  it('tells a running server where Asterisk is yet to be installed', () => {
    const status = teamStatus(TEAM, standing('running'), 'not-installed');
    expect(status.pbx.state).toBe('not-installed');
    expect(allRegistered(status)).toBe(false);
  });

  it('is absent where nothing is', () => {
    const nothing = { networks: [], volumes: [], containers: [] };
    expect(teamStatus(TEAM, nothing, null)).toMatchObject({
      ...{ stage: null, network: false, pbx: { state: 'absent' } },
      stations: [{ state: 'absent' }, { state: 'absent' }],
    });
  });
});

describe('a line of the plan', () => {
  it('is found by its number', () => {
    expect(lineOf(TEAM, '3102')?.station.name).toBe('softphone2');
    expect(lineOf(TEAM, '3199')).toBeUndefined();
  });
});
