import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subnetConflicts } from './subnets.ts';

const taken = (subnet: string) => ({ kind: 'network', name: 'n', project: null, subnet }) as const;
const meet = (one: string, other: string) => subnetConflicts([one], [taken(other)]).length > 0;

describe('two subnets', () => {
  it.each([
    ['192.168.3.0/24', '192.168.3.0/24', true],
    ['192.168.3.0/24', '192.168.0.0/16', true],
    ['192.168.3.0/24', '192.168.3.128/25', true],
    ['192.168.3.0/24', '192.168.3.17/24', true],
    ['192.168.3.0/24', '0.0.0.0/0', true],
    ['192.168.3.0/24', '192.168.3.255/32', true],
    ['192.168.3.0/24', '192.168.2.0/24', false],
    ['192.168.3.0/24', '192.168.4.0/22', false],
    ['255.255.255.0/24', '255.255.255.255/32', true],
    ['192.168.3.0/24', 'fd00::/8', false],
    ['192.168.3.0/24', '', false],
  ])('meet or not: %s and %s, %s', (one, other, expected) => {
    expect(meet(one, other)).toBe(expected);
  });

  it('meet whichever is asked first, and always themselves', () => {
    const byte = fc.nat(255);
    const subnet = fc
      .tuple(byte, byte, byte, byte, fc.nat(32))
      .map(([a, b, c, d, length]) => `${a}.${b}.${c}.${d}/${length}`);
    fc.assert(
      fc.property(subnet, subnet, (one, other) => {
        expect(meet(one, other)).toBe(meet(other, one));
        expect(meet(one, one)).toBe(true);
      }),
    );
  });

  it('are told in pairs, with the culprit by its name', () => {
    const [a, b] = [taken('192.168.3.0/25'), { ...taken('192.168.0.0/16'), name: 'lan' }];
    expect(subnetConflicts(['192.168.3.0/24', '192.168.4.0/24'], [a, b])).toEqual([
      { wanted: '192.168.3.0/24', taken: a },
      { wanted: '192.168.3.0/24', taken: b },
      { wanted: '192.168.4.0/24', taken: b },
    ]);
  });
});
