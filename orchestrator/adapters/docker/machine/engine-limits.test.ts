import { describe, expect, it } from 'vitest';
import { engineStorage, keepsQuotas } from './engine-limits.ts';

describe('what an engine says of its storage', () => {
  it.each([
    ['overlay2', 'extfs', 'overlay2 on extfs', 'never'],
    ['overlay2', 'xfs', 'overlay2 on xfs', 'with-quotas'],
    ['btrfs', undefined, 'btrfs', 'always'],
    ['zfs', undefined, 'zfs', 'always'],
    ['vfs', undefined, 'vfs', 'never'],
  ] as const)('%s on %s', (driver, backing, name, limits) => {
    const status = backing === undefined ? [] : [['Backing Filesystem', backing] as const];
    expect(engineStorage(driver, status)).toEqual({ name, limits });
  });
});

describe('project quotas', () => {
  const mounts = [
    '22 1 254:0 / / rw,relatime - ext4 /dev/vda rw',
    '40 22 7:0 / /srv/engine rw,relatime shared:1 - xfs /dev/loop0 rw,attr2,prjquota',
    '41 22 7:1 / /srv/plain rw,relatime - xfs /dev/loop1 rw,attr2,noquota',
  ].join('\n');

  it.each([
    ['/srv/engine', true],
    ['/srv/engine/data', true],
    ['/srv/engineer', false],
    ['/srv/plain/data', false],
    ['/var/lib/docker', false],
  ])('of %s: %s', (folder, kept) => {
    expect(keepsQuotas(mounts, folder)).toBe(kept);
  });
});
