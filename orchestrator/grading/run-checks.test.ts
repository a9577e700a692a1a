import { describe, expect, it } from 'vitest';
import { labError } from '../base/lab-error.ts';
import type { CheckResult } from '../model/marking/check-report.ts';
import { type Verdict, verdict } from '../model/marking/verdict.ts';
import type { Check } from './check.ts';
import { fakeProbes } from './fake-probes.ts';
import type { Probes } from './probes.ts';
import { runChecks } from './run-checks.ts';

const PASS = verdict('pass', 'asterisk-answers', {});
const FAIL = verdict('fail', 'no-audio', { caller: '3101', callee: '3102' });
const LATE = verdict('timeout', 'took-too-long', { what: '3101', awaited: 'CALL_CLOSED' });
const PARTIAL: Verdict = { ...FAIL, verdict: 'partial' };

/** A check that finds what it is told to, and takes no time. */
function check(id: string, found: Verdict, more: Partial<Check> = {}): Check {
  return {
    ...{ id, needs: [], lines: [] },
    find: async () => ({ verdict: found, evidence: `${id} saw`, inherentMs: 0, unfit: [] }),
    ...more,
  };
}

interface Run {
  readonly probes?: Partial<Probes>;
  readonly signal?: AbortSignal;
}

async function run(checks: readonly Check[], { probes, signal }: Run = {}) {
  const told: CheckResult[] = [];
  let ms = 0;
  const results = await runChecks(checks, {
    probes: fakeProbes(probes),
    now: () => {
      ms += 1;
      return ms;
    },
    done: (result) => told.push(result),
    signal: signal ?? new AbortController().signal,
  });
  const of = (id: string) => results.find((result) => result.id === id);
  return { results, told, of };
}

/** Checks that go on until they are told to end, and a list of what happened. */
function slowChecks() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const slow = (id: string, more: Partial<Check> = {}): Check =>
    check(id, PASS, {
      find: async () => {
        log.push(`${id} begins`);
        await new Promise<void>((resolve) => ends.set(id, resolve));
        log.push(`${id} ends`);
        return { verdict: PASS, evidence: null, inherentMs: 0, unfit: [] };
      },
      ...more,
    });
  const end = async (id: string) => {
    ends.get(id)?.();
    await settled();
  };
  return { log, slow, end };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('checks of one lab', () => {
  it('run side by side where they use other phones, one after the other where they share', async () => {
    const { log, slow, end } = slowChecks();
    const done = run([
      slow('a', { lines: ['3101', '3102'] }),
      slow('b', { lines: ['3102'] }),
      slow('c', { lines: ['3201'] }),
    ]);
    await settled();
    expect(log).toEqual(['a begins', 'c begins']);
    await end('c');
    expect(log).toEqual(['a begins', 'c begins', 'c ends']);
    await end('a');
    expect(log.slice(3)).toEqual(['a ends', 'b begins']);
    await end('b');
    const { of } = await done;
    expect([of('a')?.after, of('b')?.after, of('c')?.after]).toEqual([[], ['a'], []]);
  });

  it('give the phones to the earlier in the list when several are ready', async () => {
    const { log, slow, end } = slowChecks();
    const lines = ['3101'];
    const done = run([slow('first', { lines }), slow('late', { lines }), slow('last', { lines })]);
    for (const id of ['first', 'late', 'last']) {
      await settled();
      await end(id);
    }
    await done;
    expect(log.filter((said) => said.endsWith('begins'))).toEqual([
      ...['first begins', 'late begins', 'last begins'],
    ]);
  });

  it('wait for those that they need or follow, and come out in the order of the list', async () => {
    const { log, slow, end } = slowChecks();
    const done = run([slow('b', { needs: ['a'] }), slow('c', { follows: ['a'] }), slow('a')]);
    await settled();
    expect(log).toEqual(['a begins']);
    await end('a');
    expect(log.slice(2)).toEqual(['b begins', 'c begins']);
    await end('b');
    await end('c');
    const { results, told } = await done;
    expect(results.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect(told.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(results.map(({ after }) => after)).toEqual([['a'], ['a'], []]);
  });

  it('say when they began, how long they took and what of it no haste spares', async () => {
    const find = async () => ({ verdict: PASS, evidence: [1], inherentMs: 700, unfit: [] });
    const { results } = await run([check('a', PASS, { find })]);
    expect(results).toEqual([
      { id: 'a', ...PASS, evidence: [1], started: 1, ms: 1, inherentMs: 700, after: [] },
    ]);
  });

  it('can’t wait for each other for ever', async () => {
    const circle = [check('a', PASS, { needs: ['b'] }), check('b', PASS, { needs: ['a'] })];
    await expect(run(circle)).rejects.toThrow(TypeError);
  });
});

describe('a check that needs another', () => {
  it.each<[string, Verdict]>([
    ['passed', PASS],
    ['held in part', PARTIAL],
  ])('is tried when that %s', async (_, found) => {
    const { of } = await run([check('a', found), check('b', PASS, { needs: ['a'] })]);
    expect(of('b')).toMatchObject({ verdict: 'pass', evidence: 'b saw' });
  });

  it.each<[string, Verdict]>([
    ['failed', FAIL],
    ['took too long', LATE],
    ['could not be told', verdict('inconclusive', 'phone-lost', { said: '' })],
  ])('is skipped when that %s, and names the root of the chain', async (_, found) => {
    const { of } = await run([
      check('a', found),
      check('b', PASS, { needs: ['a'] }),
      check('c', PASS, { needs: ['b'] }),
      check('d', PASS, { needs: ['c'] }),
    ]);
    for (const id of ['b', 'c', 'd']) {
      expect(of(id)).toMatchObject({
        ...{ verdict: 'skipped', code: 'needs-another', params: { check: 'a' }, evidence: null },
      });
    }
  });

  it('is skipped when that is not run at all', async () => {
    const { of } = await run([check('b', PASS, { needs: ['a'] })]);
    expect(of('b')).toMatchObject({ verdict: 'skipped', params: { check: 'a' } });
  });
});

describe('a phone', () => {
  it('that was found to be of no use keeps checks from being tried, and the finder is named', async () => {
    const find = async () => ({ verdict: PARTIAL, evidence: null, inherentMs: 0, unfit: ['3102'] });
    const { of } = await run([
      check('register', PARTIAL, { find, lines: ['3101', '3102'] }),
      check('call', PASS, { needs: ['register'], lines: ['3101', '3102'] }),
      check('consult', PASS, { needs: ['register'], lines: ['3101'] }),
    ]);
    expect(of('call')).toMatchObject({ verdict: 'skipped', params: { check: 'register' } });
    expect(of('consult')).toMatchObject({ verdict: 'pass' });
  });

  it('that nobody could vouch for is of no use to those that follow either', async () => {
    const unfit: string[] = [];
    const { of } = await run(
      [
        check('register', PASS, { lines: ['3101'], vouchesFor: ['3101', '3102'] }),
        check('refuses', PASS, {
          follows: ['register'],
          find: async (_, known) => {
            unfit.push(...known);
            return { verdict: PASS, evidence: null, inherentMs: 0, unfit: [] };
          },
        }),
      ],
      { probes: { inUse: new Map([['3101', 'softphone1']]) } },
    );
    expect(of('register')).toMatchObject({ verdict: 'skipped', code: 'station-in-use' });
    expect(unfit).toEqual(['3101', '3102']);
  });

  it('that a student is using is left alone', async () => {
    const { of } = await run([check('a', PASS, { lines: ['3101', '3102'] }), check('b', PASS)], {
      probes: { inUse: new Map([['3102', 'softphone2']]) },
    });
    expect(of('a')).toMatchObject({
      ...{ verdict: 'skipped', code: 'station-in-use', evidence: null },
      params: { station: 'softphone2', extension: '3102' },
    });
    expect(of('b')).toMatchObject({ verdict: 'pass' });
  });

  it('is free again after a check that broke', async () => {
    const find = async () => {
      throw labError('softphone-gone', { line: '3101', timeline: '-' });
    };
    const { of } = await run([
      check('a', PASS, { lines: ['3101'], find }),
      check('b', PASS, { lines: ['3101'] }),
    ]);
    expect(of('a')).toMatchObject({ verdict: 'inconclusive', code: 'phone-lost' });
    expect(of('b')).toMatchObject({ verdict: 'pass' });
  });
});

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
  const dies = { verdict: 'fail', code: 'asterisk-dead', params: { log } };

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

  it('is not made up when it can’t be asked', async () => {
    const boot = () => Promise.reject(labError('engine-lost', { doing: 'exec', reason: 'EPIPE' }));
    const { of } = await run([check('boots', PASS), check('a', LATE, { needs: ['boots'] })], {
      probes: { boot },
    });
    expect(of('a')).toMatchObject(LATE);
  });
});

describe('a Ctrl-C', () => {
  it('ends a run once every running check has ended', async () => {
    const { log, slow, end } = slowChecks();
    const stop = new AbortController();
    const asked: string[] = [];
    const hearing = check('hears', PASS, {
      needs: ['boots'],
      find: () =>
        new Promise((_, reject) => {
          stop.signal.addEventListener('abort', () => reject(stop.signal.reason));
        }),
    });
    const boot = async () => {
      asked.push('boot');
      return { state: 'ready', log: [] } as const;
    };
    const done = run(
      [check('boots', PASS), slow('hangs up'), hearing, slow('late', { needs: ['hears'] })],
      {
        signal: stop.signal,
        probes: { boot },
      },
    );
    const ended = done.catch((error: Error) => log.push(`run ends: ${error.message}`));
    await settled();
    stop.abort(new Error('SIGINT'));
    await settled();
    expect(log).toEqual(['hangs up begins']);
    await end('hangs up');
    await ended;
    expect(log).toEqual(['hangs up begins', 'hangs up ends', 'run ends: SIGINT']);
    expect(asked).toEqual([]);
  });

  it('is not made of an error that only looks like one', async () => {
    const error = new DOMException('This operation was aborted', 'AbortError');
    const { of } = await run([check('a', PASS, { find: () => Promise.reject(error) })]);
    expect(of('a')).toMatchObject({ verdict: 'inconclusive', code: 'check-broken' });
  });
});
