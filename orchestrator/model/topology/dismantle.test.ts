import { describe, expect, it } from 'vitest';
import { dismantle } from './dismantle.ts';
import { planText } from './plan.ts';
import { standing, TEAM } from './sample-team.ts';

const owner = { ...TEAM, stage: 'start' };

describe('taking a team down', () => {
  it('removes containers, then the network, and keeps the work', () => {
    const plan = dismantle(owner, standing('running'), { purge: false });
    expect(planText(plan)).toMatchInlineSnapshot(`
      "remove-container lab-3-pbx <- asked
      remove-container lab-3-softphone1 <- asked
      remove-container lab-3-softphone2 <- asked
      remove-network lab-3 <- asked"
    `);
    const network = plan.operations.find(({ id }) => id === 'remove-network lab-3');
    expect(network?.needs).toHaveLength(3);
  });

  it('removes the work too when told to, after the containers that use it', () => {
    const plan = dismantle(owner, standing('exited'), { purge: true });
    const volume = plan.operations.find(({ id }) => id === 'remove-volume lab-3-etc');
    expect(volume?.needs).toContain('remove-container lab-3-pbx');
  });

  it('removes the work behind the mark of a reset, which goes last', () => {
    const named = (name: string) => ({ name, team: 3, lab: 'activity-1', stage: 'start' });
    const volumes = ['lab-3-etc', 'lab-3-home'].map(named);
    const observed = { networks: [], containers: [], volumes };
    const clears = 'remove-volume lab-3-etc <- asked\nremove-volume lab-3-home <- asked';
    const { operations, ...plan } = dismantle(owner, observed, { purge: true });
    expect(planText({ ...plan, operations })).toBe(
      `create-volume lab-3-reset <- asked\n${clears}\nremove-volume lab-3-reset <- asked`,
    );
    expect(operations[1]?.needs).toEqual(['create-volume lab-3-reset']);
    expect(operations[3]?.needs).toContain('remove-volume lab-3-home');
    const left = { ...observed, volumes: [named('lab-3-reset'), named('lab-3-home')] };
    expect(planText(dismantle(owner, left, { purge: true }))).toBe(
      'remove-volume lab-3-home <- asked\nremove-volume lab-3-reset <- asked',
    );
  });

  it('leaves the lock to whoever holds it, and clears away what an archive or a capture left', () => {
    const left = (role: string) => ({
      ...{ id: role, name: `lab-3-${role}`, team: 3, role, spec: null },
      state: 'created' as const,
    });
    const containers = ['lock', 'reading-room', 'probe'].map(left);
    const observed = { networks: [], volumes: [], containers };
    expect(planText(dismantle(owner, observed, { purge: false }))).toBe(
      'remove-container lab-3-reading-room <- asked\nremove-container lab-3-probe <- asked',
    );
  });

  it('has nothing to do where nothing is', () => {
    const nothing = { networks: [], volumes: [], containers: [] };
    expect(dismantle(owner, nothing, { purge: true }).operations).toEqual([]);
  });
});
