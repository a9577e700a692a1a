import { describe, expect, it } from 'vitest';
import { teamNumber } from '../numbering/team-number.ts';
import { containerFingerprint, networkFingerprint } from './fingerprint.ts';
import type { ContainerState, ObservedLab } from './observed.ts';
import { planText } from './plan.ts';
import { reconcile } from './reconcile.ts';
import type { ContainerSpec, DesiredLab } from './specs.ts';

const PBX: ContainerSpec = {
  name: 'lab-3-pbx',
  role: 'pbx',
  image: 'lab/pbx:1',
  hostName: 'serveurAsterisk-equipe3',
  network: 'lab-3',
  address: '192.168.3.200',
  capabilities: ['KILL'],
  volumes: [{ name: 'lab-3-etc', path: '/etc/asterisk' }],
  memory: 1,
  pids: 1,
  cpus: 1,
  shares: 512,
  disk: null,
  files: [],
  seed: [{ path: '/usr/share/lab/stage/etc/asterisk/users.conf', text: 'x', owner: 0 }],
};

const PHONE: ContainerSpec = {
  ...PBX,
  name: 'lab-3-softphone1',
  role: 'softphone',
  address: '192.168.3.11',
  volumes: [],
  files: [{ path: '/lines/1/config', text: 'x', owner: 1000 }],
  seed: [],
};

const DESIRED: DesiredLab = {
  lab: 'activity-1',
  team: teamNumber(3),
  prefix: 'lab',
  base: '192.168',
  stage: 'solution',
  network: {
    name: 'lab-3',
    subnet: '192.168.3.0/24',
    gateway: '192.168.3.254',
    range: '192.168.3.224/28',
  },
  volumes: [{ name: 'lab-3-etc', stage: 'solution' }],
  containers: [PBX, PHONE],
};

const NOTHING: ObservedLab = { networks: [], volumes: [], containers: [] };

/** What the engine would show once the plan for `desired` has been carried out. */
function built(desired: DesiredLab, state: ContainerState = 'running'): ObservedLab {
  const { team, base, lab, network, volumes, containers } = desired;
  const spec = JSON.stringify(networkFingerprint(network));
  return {
    networks: [{ id: 'n', name: network.name, team, base, lab, spec }],
    volumes: volumes.map(({ name, stage }) => ({ name, team, lab, stage })),
    containers: containers.map((container) => ({
      id: container.name,
      name: container.name,
      team,
      role: container.role,
      state,
      spec: JSON.stringify(containerFingerprint(container)),
    })),
  };
}

describe('the plan for a team', () => {
  it('makes everything when nothing is there', () => {
    expect(planText(reconcile(DESIRED, NOTHING))).toMatchInlineSnapshot(`
      "create-network lab-3 <- absent
      create-volume lab-3-etc <- absent
      create-container lab-3-pbx <- absent
      write-files lab-3-pbx <- absent
      start-container lab-3-pbx <- absent
      create-container lab-3-softphone1 <- absent
      write-files lab-3-softphone1 <- absent
      start-container lab-3-softphone1 <- absent"
    `);
  });

  it('is empty when everything is there', () => {
    expect(reconcile(DESIRED, built(DESIRED)).operations).toEqual([]);
  });

  it('sees only its own team', () => {
    const other: DesiredLab = { ...DESIRED, team: teamNumber(4) };
    expect(reconcile(other, built(DESIRED)).operations).not.toEqual([]);
  });

  it('keeps the files of a container that is only stopped', () => {
    expect(planText(reconcile(DESIRED, built(DESIRED, 'exited')))).toMatchInlineSnapshot(`
      "start-container lab-3-pbx <- stopped: exited
      start-container lab-3-softphone1 <- stopped: exited"
    `);
  });

  it('makes a container anew that was made but never started', () => {
    const plan = reconcile({ ...DESIRED, containers: [PBX] }, built(DESIRED, 'created'));
    expect(planText(plan)).toMatchInlineSnapshot(`
      "remove-container lab-3-softphone1 <- surplus
      remove-container lab-3-pbx <- unfinished
      create-container lab-3-pbx <- unfinished
      write-files lab-3-pbx <- unfinished
      start-container lab-3-pbx <- unfinished"
    `);
  });

  it('replaces only the container that differs, and says in what', () => {
    const newer = { ...DESIRED, containers: [{ ...PBX, image: 'lab/pbx:2' }, PHONE] };
    expect(planText(reconcile(newer, built(DESIRED)))).toMatchInlineSnapshot(`
      "remove-container lab-3-pbx <- changed: image lab/pbx:1 -> lab/pbx:2
      create-container lab-3-pbx <- changed: image lab/pbx:1 -> lab/pbx:2
      write-files lab-3-pbx <- changed: image lab/pbx:1 -> lab/pbx:2
      start-container lab-3-pbx <- changed: image lab/pbx:1 -> lab/pbx:2"
    `);
  });

  it('leaves a team alone when only what new teams are seeded with has changed', () => {
    const reseeded = { ...DESIRED, containers: [{ ...PBX, seed: [] }, PHONE] };
    expect(reconcile(reseeded, built(DESIRED)).operations).toEqual([]);
  });

  it('replaces the network after the containers in it, and never the volumes', () => {
    const network = { ...DESIRED.network, subnet: '10.77.3.0/24' };
    const plan = reconcile({ ...DESIRED, network }, built(DESIRED));
    expect(planText(plan)).toContain('remove-network lab-3 <- changed: subnet');
    expect(planText(plan)).not.toContain('volume');
    const removal = plan.operations.find(({ id }) => id === 'remove-network lab-3');
    expect(removal?.needs).toEqual([
      'remove-container lab-3-pbx',
      'remove-container lab-3-softphone1',
    ]);
  });

  it('removes a station that the lab no longer has', () => {
    const fewer = { ...DESIRED, containers: [PBX] };
    expect(planText(reconcile(fewer, built(DESIRED)))).toBe(
      'remove-container lab-3-softphone1 <- surplus',
    );
  });

  it('sees no station in what a verb made for itself: a lock and a capture stay, what an archive left goes', () => {
    const { containers, ...rest } = built(DESIRED);
    const left = (role: string) => ({
      ...{ id: role, name: `lab-3-${role}`, team: DESIRED.team, role, spec: null },
      state: 'created' as const,
    });
    const made = ['lock', 'probe', 'reading-room'].map(left);
    const observed = { ...rest, containers: [...containers, ...made] };
    expect(planText(reconcile(DESIRED, observed))).toBe(
      'remove-container lab-3-reading-room <- unfinished',
    );
  });

  it('never lets an operation need one that comes later', () => {
    for (const observed of [NOTHING, built(DESIRED), built(DESIRED, 'dead')]) {
      const seen = new Set<string>();
      for (const { id, needs } of reconcile(DESIRED, observed).operations) {
        expect(needs.every((need) => seen.has(need))).toBe(true);
        seen.add(id);
      }
    }
  });
});
