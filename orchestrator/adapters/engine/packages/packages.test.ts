import { describe, expect, it } from 'vitest';
import { parseSimulation } from './apt-simulation.ts';
import { type EmbedFacts, embedObstacle } from './can-embed.ts';
import { missingPackages } from './required-packages.ts';

describe('parseSimulation', () => {
  it('tells what would be installed, in the words of apt', () => {
    const text = [
      'NOTE: This is only a simulation!',
      'The following NEW packages will be installed:',
      '  containerd docker.io',
      'Inst containerd (1.6.20~ds1-1+deb12u3 Debian:12.15/oldstable [amd64])',
      'Inst docker.io (20.10.24+dfsg1-1+deb12u1+b6 Debian:12.15/oldstable [amd64])',
      'Conf containerd (1.6.20~ds1-1+deb12u3 Debian:12.15/oldstable [amd64])',
    ].join('\n');
    expect(parseSimulation(text)).toEqual({ installed: ['containerd', 'docker.io'], removed: [] });
  });

  it('tells what would be removed, without its architecture', () => {
    const text = 'Remv containerd.io [1.7.27-1]\nRemv runc:arm64 [1.1] []\nInst containerd (1.6)';
    expect(parseSimulation(text).removed).toEqual(['containerd.io', 'runc']);
  });
});

const ALL = [
  '/usr/sbin/dockerd',
  '/usr/bin/containerd',
  '/usr/sbin/runc',
  '/usr/sbin/ip',
  '/usr/sbin/iptables',
  '/usr/bin/nsenter',
  '/usr/bin/flock',
  '/usr/bin/setsid',
  '/usr/bin/umount',
  '/usr/bin/mmdebstrap',
  '/usr/share/keyrings/debian-archive-keyring.gpg',
];

function missingFrom(files: readonly string[]): readonly string[] {
  return missingPackages((path) => files.includes(path), '/usr/sbin:/usr/bin');
}

describe('missingPackages', () => {
  it('asks for nothing where everything is there', () => {
    expect(missingFrom(ALL)).toEqual([]);
  });

  it('asks for everything on a bare machine', () => {
    expect(missingFrom([])).toEqual([
      'docker.io',
      'iproute2',
      'iptables',
      'util-linux',
      'mount',
      'mmdebstrap',
      'debian-archive-keyring',
    ]);
  });

  it('asks for the keyring when only its file is missing', () => {
    expect(missingFrom(ALL.filter((file) => !file.endsWith('.gpg')))).toEqual([
      'debian-archive-keyring',
    ]);
  });
});

describe('embedObstacle', () => {
  const debianRoot: EmbedFacts = {
    system: 'linux',
    uid: 0,
    osRelease: 'ID=debian',
    hasAptGet: true,
    mountinfo: '29 25 0:26 / /sys/fs/cgroup rw shared:4 - cgroup2 cgroup2 rw',
    missing: ['docker.io'],
  };

  it('is nothing for root on Debian', () => {
    expect(embedObstacle(debianRoot)).toBeUndefined();
  });

  it.each([
    ['not-linux', { system: 'darwin' }],
    ['not-root', { uid: 1000 }],
    ['not-debian', { osRelease: 'ID=fedora' }],
    ['not-debian', { hasAptGet: false }],
    ['no-cgroups', { mountinfo: '25 1 0:23 / /sys/fs/cgroup rw - tmpfs tmpfs rw' }],
  ] as const)('is %s with %j', (obstacle, over) => {
    expect(embedObstacle({ ...debianRoot, ...over })).toBe(obstacle);
  });

  it('does not ask for Debian where nothing has to be installed', () => {
    const fedora = { ...debianRoot, osRelease: 'ID=fedora', hasAptGet: false, missing: [] };
    expect(embedObstacle(fedora)).toBeUndefined();
  });
});
