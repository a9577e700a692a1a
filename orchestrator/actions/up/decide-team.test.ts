import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teamNumber } from '../../model/numbering/team-number.ts';
import type { ObservedLab } from '../../model/topology/observed.ts';
import { readLabDefinition } from '../read-lab.ts';
import { decideTeam, type Wanted } from './decide-team.ts';

const installFolder = join(import.meta.dirname, '../../..');
const lab = await readLabDefinition({ surroundings: { installFolder } as never });
const wanted: Wanted = { lab, prefix: 'lab', images: { pbx: 'p', softphone: 's', bare: 'b' } };
const NOTHING: ObservedLab = { networks: [], volumes: [], containers: [] };
const team = teamNumber(3);

/** A team that has files, of this lab, begun at this stage. */
function begun(labName: string | null, stage: string | null): ObservedLab {
  return { ...NOTHING, volumes: [{ name: 'lab-3-etc', team: 3, lab: labName, stage }] };
}

function seedOf(decision: ReturnType<typeof decideTeam>): readonly string[] {
  return decision.operations.operations.flatMap(({ action }) =>
    action.kind === 'create-container' ? action.container.seed.map(({ path }) => path) : [],
  );
}

describe('what up decides for a team', () => {
  it('gives it a server without Asterisk at a stage where the students install it', () => {
    const pbxImage = (found: ObservedLab, stage?: string) => {
      const { operations, accounts } = decideTeam({ ...wanted, stage }, team, found);
      const [image] = operations.operations.flatMap(({ action }) =>
        action.kind === 'create-container' && action.container.role === 'pbx'
          ? [action.container.image]
          : [],
      );
      return { image, accounts };
    };
    expect(pbxImage(NOTHING, 'bare')).toEqual({ image: 'b', accounts: false });
    expect(pbxImage(begun('activity-1', 'bare'))).toEqual({ image: 'b', accounts: false });
    expect(pbxImage(NOTHING, 'solution')).toEqual({ image: 'p', accounts: true });
  });

  it('begins with the solution, unless another stage is asked for', () => {
    expect(decideTeam(wanted, team, NOTHING)).toMatchObject({
      stage: 'solution',
      stageKept: false,
    });
    expect(seedOf(decideTeam(wanted, team, NOTHING))).toHaveLength(3);
    const start = decideTeam({ ...wanted, stage: 'start' }, team, NOTHING);
    expect(start).toMatchObject({ stage: 'start', stageKept: false });
    expect(seedOf(start)).toEqual([]);
  });

  it('keeps the stage that a team began with, and says so when another was asked for', () => {
    const observed = begun('activity-1', 'start');
    expect(decideTeam(wanted, team, observed)).toMatchObject({ stage: 'start', stageKept: false });
    expect(decideTeam({ ...wanted, stage: 'start' }, team, observed).stageKept).toBe(false);
    expect(decideTeam({ ...wanted, stage: 'solution' }, team, observed)).toMatchObject({
      stage: 'start',
      stageKept: true,
    });
  });

  it('knows the stage by any volume of the work', () => {
    const { volumes } = begun('activity-1', 'start');
    for (const name of ['lab-3-voicemail', 'lab-3-home', 'lab-3-reset']) {
      const observed = { ...NOTHING, volumes: volumes.map((volume) => ({ ...volume, name })) };
      expect(decideTeam(wanted, team, observed).stage).toBe('start');
    }
  });

  it('finishes a reset that was killed, and only that one', () => {
    const { volumes } = begun('activity-1', 'start');
    const mark = volumes.map((volume) => ({ ...volume, name: 'lab-3-reset' }));
    const idsOf = (observed: ObservedLab, aim: 'up' | 'reset') =>
      decideTeam(wanted, team, observed, aim).operations.operations.map(({ id }) => id);
    const killed = { ...NOTHING, volumes: [...volumes, ...mark] };
    expect(idsOf(killed, 'up')).toEqual(idsOf(killed, 'reset'));
    expect(idsOf(killed, 'up')).toContain('remove-volume lab-3-etc');
    const whole = { ...NOTHING, volumes };
    expect(idsOf(whole, 'up')).not.toContain('remove-volume lab-3-etc');
    expect(idsOf(whole, 'reset')).toContain('remove-volume lab-3-etc');
  });

  it('never makes a volume anew that holds work', () => {
    const { operations } = decideTeam(wanted, team, begun('activity-1', 'start')).operations;
    const ids = operations.map(({ id }) => id);
    expect(ids).not.toContain('create-volume lab-3-etc');
    expect(ids).toContain('create-volume lab-3-home');
  });

  it('refuses to touch the work of another lab', () => {
    expect(() => decideTeam(wanted, team, begun('activity-2', 'start'))).toThrow(
      'other-lab {"team":3,"found":"activity-2","wanted":"activity-1"}',
    );
    expect(() => decideTeam(wanted, team, begun(null, null))).not.toThrow();
  });

  it('keeps the base of a network that stands, and moves it only when told to', () => {
    const network = {
      id: 'n',
      name: 'lab-3',
      team: 3,
      base: '10.77',
      lab: 'activity-1',
      spec: null,
    };
    const observed = { ...NOTHING, networks: [network] };
    expect(decideTeam(wanted, team, observed).plan.network.subnet).toBe('10.77.3.0/24');
    const moved = decideTeam({ ...wanted, base: '10.88' }, team, observed);
    expect(moved.plan.network.subnet).toBe('10.88.3.0/24');
    expect(decideTeam(wanted, team, NOTHING).plan.network.subnet).toBe('192.168.3.0/24');
  });

  it('does not let another team’s objects count', () => {
    const other = { ...begun('activity-2', 'start').volumes[0], name: 'lab-4-etc', team: 4 };
    const observed = { ...NOTHING, volumes: [other as never] };
    expect(decideTeam(wanted, team, observed).stage).toBe('solution');
  });
});
