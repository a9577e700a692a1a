import { describe, expect, it } from 'vitest';
import { desiredLab, WORK_VOLUMES } from './desired.ts';
import { TEAM } from './sample-team.ts';

const limits = { memoryBytes: 1000, pids: 150, cpus: 1, shares: 512, diskBytes: 2000 };
const desired = desiredLab({
  plan: TEAM,
  stage: 'solution',
  images: { pbx: 'lab/pbx:1', softphone: 'lab/softphone-sim:1' },
  limits: { pbx: limits, softphone: { ...limits, memoryBytes: 500 } },
  stageFiles: [{ path: '/etc/asterisk/users.conf', text: '[3101]\n' }],
  lineFiles: ({ name }) => [{ path: '/lines/1/config', text: name }],
});
const [pbx, ...stations] = desired.containers;

describe('the objects of a team', () => {
  it('are one PBX, a container a station, one network and the three folders of work', () => {
    expect(desired.containers.map(({ name }) => name)).toEqual([
      'lab-3-pbx',
      'lab-3-softphone1',
      'lab-3-softphone2',
    ]);
    expect(desired.network.subnet).toBe('192.168.3.0/24');
    expect(desired.volumes.map(({ name }) => name)).toEqual([
      'lab-3-etc',
      'lab-3-voicemail',
      'lab-3-home',
    ]);
  });

  it('keep the students’ work in volumes, where the PBX has it', () => {
    expect(pbx?.volumes).toEqual(
      WORK_VOLUMES.map(({ path }, index) => ({ name: desired.volumes[index]?.name, path })),
    );
    expect(stations.every(({ volumes }) => volumes.length === 0)).toBe(true);
  });

  it('seed the stage’s files for a first boot, never over what a team has', () => {
    expect(pbx?.files).toEqual([]);
    expect(pbx?.seed).toEqual([
      { path: '/usr/share/lab/stage/etc/asterisk/users.conf', text: '[3101]\n', owner: 0 },
    ]);
  });

  it('give a softphone no capability, and the PBX none that reaches the host', () => {
    expect(stations.map(({ capabilities }) => capabilities)).toEqual([[], []]);
    expect(pbx?.capabilities).not.toContain('SYS_ADMIN');
    expect(pbx?.capabilities).not.toContain('NET_ADMIN');
    expect(pbx?.capabilities).not.toContain('SYS_MODULE');
  });

  it('are bounded, each kind by its own limits', () => {
    expect(pbx).toMatchObject({ memory: 1000, pids: 150, cpus: 1 });
    expect(stations[0]).toMatchObject({
      memory: 500,
      files: [{ text: 'softphone1', owner: 1000 }],
    });
  });
});
