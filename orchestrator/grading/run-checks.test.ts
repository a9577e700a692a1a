import { describe, expect, it } from 'vitest';
import { labError } from '../base/lab-error.ts';
import { type Verdict, verdict } from '../model/marking/verdict.ts';
import type { Check } from './check.ts';
import { check, FAIL, LATE, PARTIAL, PASS, run } from './fake-checks.ts';

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

describe('a machine that is seconds late', () => {
  it('leaves open what would count against a team, and lets stand what went well', async () => {
    const late = check('late', LATE);
    const checks = [check('bad', FAIL), check('half', PARTIAL), late, check('good', PASS)];
    const { of } = await run(checks, { late: 5_340 });
    const open = { verdict: 'inconclusive', code: 'machine-late', params: { seconds: 5.3 } };
    expect([of('bad'), of('half'), of('late')]).toMatchObject([open, open, open]);
    expect(of('good')).toMatchObject(PASS);
    expect((await run(checks, { late: 900 })).of('bad')).toMatchObject(FAIL);
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
