import { describe, expect, it } from 'vitest';
import { LabError } from '../../base/lab-error.ts';
import { gatePlace } from './gate-place.ts';

const machine = {
  interfaces: () => [
    { name: 'docker0', subnet: '172.17.0.1/16' },
    { name: 'tun0', subnet: '172.20.0.1/16' },
    { name: 'eth0', subnet: '10.1.2.3/24' },
  ],
  identity: () => ({ host: 'prof-pc' }) as never,
};

describe('where students find the gate', () => {
  it('is what was said, on the usual port or another', () => {
    expect(gatePlace('prof-pc', machine)).toEqual({ host: 'prof-pc', port: 2200 });
    expect(gatePlace('10.0.0.5:22', machine)).toEqual({ host: '10.0.0.5', port: 22 });
  });

  it('is the address of a card that is not an engine’s, else the name of the machine', () => {
    expect(gatePlace(undefined, machine).host).toBe('10.1.2.3');
    expect(gatePlace(undefined, { ...machine, interfaces: () => [] }).host).toBe('prof-pc');
  });

  it.each(['', 'a b', '-oProxy', 'host:0', 'host:99999', 'host:', '$(id)'])(
    'is refused as %j',
    (word) => {
      expect(() => gatePlace(word, machine)).toThrow(LabError);
    },
  );
});
