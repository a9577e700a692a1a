import { describe, expect, it } from 'vitest';
import { isNeighbour, isStale, type LockHolder, readHolder } from './lock-holder.ts';

const BOOTED = '2026-03-02T08:00:00.000Z';
const MINUTE = 60_000;

const self = {
  ...{ user: 'anna', host: 'prof-pc', pid: 500, started: '777' },
  ...{ boot: 'boot-2', bootTime: new Date(BOOTED).getTime() / 1000, namespace: 'pid:[1]' },
};
const holder: LockHolder = { ...self, pid: 400, verb: 'up', since: '2026-03-02T09:00:00.000Z' };
const away: LockHolder = { ...holder, host: 'tp-12', boot: 'boot-9' };

const alive = { self, lives: () => true };
const dead = { self, lives: () => false };

describe('a lock', () => {
  it('is held as long as its process lives, however long that takes', () => {
    expect(isStale({ holder, age: 0 }, alive)).toBe(false);
    expect(isStale({ holder, age: 600 * MINUTE }, alive)).toBe(false);
  });

  it('is stale at once when its process on this machine is dead', () => {
    expect(isStale({ holder, age: 0 }, dead)).toBe(true);
  });

  it('asks for the very process, since pids are given out again', () => {
    const asked: unknown[] = [];
    const lives = (process: { readonly pid: number; readonly started: string }) =>
      asked.push([process.pid, process.started]) > 0;
    isStale({ holder, age: 0 }, { self, lives });
    expect(asked).toEqual([[400, '777']]);
  });

  it('is stale when this machine was booted since then', () => {
    const before = { ...holder, boot: 'boot-1', since: '2026-03-02T07:59:00.000Z' };
    expect(isStale({ holder: before, age: MINUTE }, alive)).toBe(true);
  });

  it('is not taken from another machine that only has the name of this one', () => {
    const twin = { ...holder, boot: 'boot-7' };
    expect(isStale({ holder: twin, age: MINUTE }, dead)).toBe(false);
    expect(isStale({ holder: twin, age: 16 * MINUTE }, dead)).toBe(true);
  });

  it.each([
    ['of another machine', away],
    ['of a container here, whose processes are out of sight', { ...holder, namespace: 'pid:[2]' }],
    ['of a system that tells nothing of its processes', { ...away, boot: '', namespace: '' }],
    ['that nobody can read', null],
  ])('%s is stale after fifteen minutes only', (_, found) => {
    expect(isStale({ holder: found, age: 14 * MINUTE }, dead)).toBe(false);
    expect(isStale({ holder: found, age: 16 * MINUTE }, alive)).toBe(true);
  });
});

describe('the holder of a lock', () => {
  it('is read from its label as it was written', () => {
    expect(readHolder(JSON.stringify(holder))).toEqual(holder);
  });

  it.each([null, '', 'null', '{', '[]', '{"pid":1}', JSON.stringify({ ...holder, pid: '400' })])(
    'is nobody when the label says %s',
    (label) => {
      expect(readHolder(label)).toBeNull();
    },
  );

  it('is a neighbour only where boots and pids can be compared', () => {
    expect(isNeighbour(holder, self)).toBe(true);
    expect(isNeighbour(away, self)).toBe(false);
    expect(isNeighbour({ ...holder, boot: '' }, { ...self, boot: '' })).toBe(false);
  });
});
