import { describe, expect, it } from 'vitest';
import { labError } from '../base/lab-error.ts';
import type { Verdict } from '../model/marking/verdict.ts';
import type { Check } from './check.ts';
import { check, FAIL, LATE, PARTIAL, PASS, run } from './fake-checks.ts';

describe('a negative check', () => {
  const controls = [{ check: 'twin', least: 'pass' }] as const;
  const tolerant = [{ check: 'twin', least: 'partial' }] as const;
  const skipped = { verdict: 'skipped', code: 'needs-another', params: { check: 'twin' } };

  it.each<[string, Verdict, Verdict, object]>([
    ['passes when its positive twin passed', PASS, PASS, PASS],
    ['proves nothing by passing when its twin failed', PASS, FAIL, skipped],
    ['proves nothing by passing when its twin held in part only', PASS, PARTIAL, skipped],
    ['proves nothing by passing when its twin took too long', PASS, LATE, skipped],
    ['stays a failure whatever its twin did', FAIL, FAIL, FAIL],
    ['has caught something and proves nothing by the rest: a failure', PARTIAL, FAIL, FAIL],
    ['holds in part beside a good twin', PARTIAL, PASS, PARTIAL],
    ['that took too long stays so', LATE, FAIL, LATE],
  ])('%s', async (_, found, twin, expected) => {
    for (const checks of [
      [check('negative', found, { controls }), check('twin', twin)],
      [check('twin', twin), check('negative', found, { controls })],
    ]) {
      const { of, told } = await run(checks);
      expect(of('negative')).toMatchObject(expected);
      expect(told.filter(({ id }) => id === 'negative')).toEqual([of('negative')]);
    }
  });

  it('is content with a part of its twin where that is enough', async () => {
    const { of } = await run([
      check('negative', PASS, { controls: tolerant }),
      check('twin', PARTIAL),
    ]);
    expect(of('negative')).toMatchObject(PASS);
  });

  it('names what its twin was skipped for', async () => {
    const { of } = await run([
      check('negative', PASS, { controls }),
      check('twin', PASS, { needs: ['root'] }),
      check('root', FAIL),
    ]);
    expect(of('negative')).toMatchObject({ ...skipped, params: { check: 'root' } });
  });

  it('is not forgotten, and does not pass, when its twin is not run at all', async () => {
    const { told } = await run([check('negative', PASS, { controls })]);
    expect(told).toMatchObject([skipped]);
  });

  it('wants every one of several twins', async () => {
    const both = [...controls, { check: 'other', least: 'pass' }] as const;
    const { of } = await run([
      check('other', FAIL),
      check('negative', PASS, { controls: both }),
      check('twin', PASS),
    ]);
    expect(of('negative')).toMatchObject({ ...skipped, params: { check: 'other' } });
  });
});

describe('an Asterisk that dies meanwhile', () => {
  const log = ["config.c: no closing ']', line 9 of users.conf"];
  const dead = { boot: async () => ({ state: 'dead', log }) as const };
  const wait = labError('softphone-wait', { line: '3101', awaited: 'CALL_CLOSED', timeline: '-' });
  const dies = { verdict: 'fail', code: 'asterisk-died', params: { log } };

  it.each<[string, Partial<Check>, Verdict]>([
    ['what took too long', {}, LATE],
    ['what failed: phones only hear nothing', {}, FAIL],
    ['what held in part', {}, PARTIAL],
    ['what broke', { find: () => Promise.reject(wait) }, PASS],
  ])('is the reason for %s', async (_, more, found) => {
    const { of } = await run(
      [check('boots', PASS), check('a', found, { needs: ['boots'], ...more })],
      {
        probes: dead,
      },
    );
    expect(of('a')).toMatchObject(dies);
  });

  it('is no reason for what passed or was skipped', async () => {
    const { of } = await run(
      [
        check('a', PASS, { needs: ['boots'] }),
        check('boots', PASS),
        check('b', PASS, { lines: ['3101'] }),
      ],
      { probes: { ...dead, inUse: new Map([['3101', 's']]) } },
    );
    expect(of('a')).toMatchObject(PASS);
    expect(of('b')).toMatchObject({ verdict: 'skipped' });
  });

  it('or that hangs is a reason too: then nobody knows', async () => {
    const boot = async () => ({ state: 'slow', log: [] }) as const;
    const { of } = await run([check('boots', PASS), check('a', FAIL, { needs: ['boots'] })], {
      probes: { boot },
    });
    expect(of('a')).toMatchObject({ verdict: 'timeout', params: { what: 'Asterisk' } });
  });

  it('is told once: what ran into it too, or comes later, names who found it', async () => {
    const { of } = await run(
      [
        check('boots', PASS),
        check('a', FAIL, { needs: ['boots'] }),
        check('b', LATE, { needs: ['boots'] }),
        check('c', PASS, { needs: ['boots'], follows: ['b'] }),
      ],
      { probes: dead },
    );
    expect(of('a')).toMatchObject(dies);
    const skipped = { verdict: 'skipped', code: 'needs-another', params: { check: 'a' } };
    expect([of('b'), of('c')]).toMatchObject([skipped, skipped]);
  });

  it('is told with its last words, not with those of its start', async () => {
    const boot = async () => ({ state: 'dead', log: ['1', '2', '3', '4'] }) as const;
    const { of } = await run([check('boots', PASS), check('a', FAIL, { needs: ['boots'] })], {
      probes: { boot },
    });
    expect(of('a')).toMatchObject({ params: { log: ['2', '3', '4'] } });
  });

  it('with its container can’t be asked: nobody knows, and it is nobody’s fault', async () => {
    const boot = () => Promise.reject(labError('engine-lost', { doing: 'exec', reason: 'EPIPE' }));
    const { of } = await run([check('boots', PASS), check('a', LATE, { needs: ['boots'] })], {
      probes: { boot },
    });
    expect(of('a')).toMatchObject({ verdict: 'inconclusive', code: 'pbx-lost' });
  });
});
