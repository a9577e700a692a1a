import { describe, expect, it } from 'vitest';
import { desiredLab } from './desired.ts';
import { containerFingerprint, networkFingerprint } from './fingerprint.ts';
import type { ObservedLab } from './observed.ts';
import { type Plan, planText } from './plan.ts';
import { reconcile } from './reconcile.ts';
import { renew, unfinishedReset } from './renew.ts';
import { TEAM } from './sample-team.ts';
import type { ContainerSpec, DesiredLab } from './specs.ts';

const limits = { memoryBytes: 1000, pids: 150, cpus: 1, shares: 512, diskBytes: 2000 };
const DESIRED: DesiredLab = desiredLab({
  plan: TEAM,
  stage: 'start',
  images: { pbx: 'lab/pbx:1', softphone: 'lab/softphone-sim:1' },
  limits: { pbx: limits, softphone: limits },
  stageFiles: [{ path: '/etc/asterisk/users.conf', text: 'x' }],
  lineFiles: () => [{ path: '/lines/1/config', text: 'x' }],
});
const RESET = { cause: { why: 'reset' }, archive: null } as const;
const NOTHING: ObservedLab = { networks: [], volumes: [], containers: [] };
const { team, base, lab } = DESIRED;

function containerOf(spec: ContainerSpec) {
  const { name, role } = spec;
  const label = JSON.stringify(containerFingerprint(spec));
  return { id: name, name, team, role, state: 'running', spec: label } as const;
}

const STANDING: ObservedLab = {
  networks: [
    {
      ...{ id: 'n', name: DESIRED.network.name, team, base, lab },
      spec: JSON.stringify(networkFingerprint(DESIRED.network)),
    },
  ],
  volumes: DESIRED.volumes.map(({ name, stage }) => ({ name, team, lab, stage })),
  containers: DESIRED.containers.map(containerOf),
};

/** What the engine shows after the first `count` operations of a plan. */
function carriedOut(plan: Plan, count: number, observed: ObservedLab): ObservedLab {
  let { volumes, containers } = observed;
  for (const { target, action } of plan.operations.slice(0, count)) {
    if (action.kind === 'remove-container')
      containers = containers.filter(({ name }) => name !== target);
    if (action.kind === 'remove-volume') volumes = volumes.filter(({ name }) => name !== target);
    if (action.kind === 'create-volume') volumes = [...volumes, { ...action.volume, team, lab }];
    if (action.kind === 'create-container')
      containers = [...containers, containerOf(action.container)];
  }
  return { ...observed, volumes, containers };
}

describe('the plan that returns a team to its stage', () => {
  it('makes PBX and volumes anew, behind a mark, and keeps network and stations', () => {
    expect(planText(renew(DESIRED, STANDING, RESET))).toMatchInlineSnapshot(`
      "remove-container lab-3-pbx <- reset
      create-volume lab-3-reset <- reset
      remove-volume lab-3-etc <- reset
      remove-volume lab-3-voicemail <- reset
      remove-volume lab-3-home <- reset
      create-volume lab-3-etc <- reset
      create-volume lab-3-voicemail <- reset
      create-volume lab-3-home <- reset
      remove-volume lab-3-reset <- reset
      create-container lab-3-pbx <- reset
      write-files lab-3-pbx <- reset
      start-container lab-3-pbx <- reset"
    `);
  });

  it('makes what is missing besides', () => {
    const bare = { ...STANDING, containers: [], networks: [] };
    const text = planText(renew(DESIRED, bare, RESET));
    expect(text).toContain('create-network lab-3 <- absent');
    expect(text).toContain('create-container lab-3-softphone1 <- absent');
    expect(text).toContain('remove-volume lab-3-etc <- reset');
    expect(text).not.toContain('remove-container');
  });

  it('removes nothing of another team, nor a lock', () => {
    const lock = { id: 'l', name: 'lab-3-lock', team, role: 'lock', state: 'created', spec: null };
    const others = { id: 'o', name: 'lab-4-pbx', team: 4, role: 'pbx', state: 'running' };
    const extra = [lock, { ...others, spec: null }] as ObservedLab['containers'];
    const observed = { ...STANDING, containers: [...STANDING.containers, ...extra] };
    expect(renew(DESIRED, observed, RESET)).toEqual(renew(DESIRED, STANDING, RESET));
  });

  it('never lets an operation need one that comes later, nor do one twice', () => {
    const moved = { ...DESIRED, network: { ...DESIRED.network, subnet: '10.77.3.0/24' } };
    for (const [desired, observed] of [
      [DESIRED, STANDING],
      [DESIRED, NOTHING],
      [moved, STANDING],
    ] as const) {
      const seen = new Set<string>();
      for (const { id, needs } of renew(desired, observed, RESET).operations) {
        expect(needs.filter((need) => !seen.has(need))).toEqual([]);
        expect(seen).not.toContain(id);
        seen.add(id);
      }
    }
  });
});

describe('the plan that gives a team the work of an archive', () => {
  const plan = renew(DESIRED, STANDING, { cause: { why: 'restore' }, archive: 'a.tar.gz' });
  const step = (id: string) => plan.operations.find((operation) => operation.id === id);

  it('fills all new volumes before the mark goes and a PBX comes', () => {
    expect(step('fill-volumes a.tar.gz')?.needs).toEqual(
      expect.arrayContaining(DESIRED.volumes.map(({ name }) => `create-volume ${name}`)),
    );
    expect(step('remove-volume lab-3-reset')?.needs).toContain('fill-volumes a.tar.gz');
    expect(step('create-container lab-3-pbx')?.needs).toContain('remove-volume lab-3-reset');
  });

  it('leaves word in the mark where the work comes from', () => {
    expect(step('create-volume lab-3-reset')?.action).toMatchObject({
      volume: { archive: 'a.tar.gz', stage: 'start' },
    });
  });
});

describe('a reset that is killed', () => {
  const plan = renew(DESIRED, STANDING, RESET);
  const instants = plan.operations.map((_, index) => carriedOut(plan, index, STANDING));
  const isWork = ({ name }: { readonly name: string }) =>
    STANDING.volumes.some((volume) => volume.name === name);

  it('always leaves a volume that tells the stage', () => {
    for (const { volumes } of instants) expect(volumes.length).toBeGreaterThan(0);
  });

  it('has not touched the work, or is marked and has no PBX to work in, or is as good as over', () => {
    for (const [index, now] of instants.entries()) {
      const ids = plan.operations.slice(0, index).map(({ id }) => id);
      const removed = STANDING.volumes.filter(({ name }) => ids.includes(`remove-volume ${name}`));
      const renewed = removed.filter(({ name }) => ids.includes(`create-volume ${name}`));
      const marked = unfinishedReset(DESIRED, now);
      if (marked) expect(now.containers.filter(({ role }) => role === 'pbx')).toEqual([]);
      else expect([0, STANDING.volumes.length]).toContain(renewed.length);
      if (!marked) expect(now.volumes.filter(isWork)).toHaveLength(STANDING.volumes.length);
    }
  });

  it('is finished by the same operations whoever comes next, with no old volume left', () => {
    for (const now of instants.filter((one) => unfinishedReset(DESIRED, one))) {
      const rest = renew(DESIRED, now, { cause: { why: 'unfinished' }, archive: null });
      const ids = rest.operations.map(({ id }) => id);
      for (const { name } of now.volumes) expect(ids).toContain(`remove-volume ${name}`);
      for (const { name } of DESIRED.volumes) expect(ids).toContain(`create-volume ${name}`);
      expect(ids).not.toContain('create-volume lab-3-reset');
      const end = carriedOut(rest, rest.operations.length, now);
      expect(unfinishedReset(DESIRED, end)).toBeUndefined();
      expect(reconcile(DESIRED, end).operations).toEqual([]);
    }
  });
});
