import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineView, engineView, NOTHING } from './engine-view.ts';
import { interruptedCommand } from './interrupted-command.ts';
import { testLab } from './test-team.ts';

/** How many instants `kill -9` strikes at; LAB_KILLS asks for more of them. */
const KILLS = Number(process.env.LAB_KILLS ?? 4);
const SEED = 20;

/** Intent: a command may be ended at any instant, and the same command again puts everything right. */
describe('an up that is cut short', () => {
  const test = testLab('kill', '10.80');
  const environment = { LAB_PREFIX: test.prefix };
  const words = ['up', '--team', '3', '--verbose', '--base', test.base];
  const stations = ['softphone1', 'softphone2'].map((name) => `${test.prefix}-3-${name}`);
  let engine: EngineView;
  let undisturbed = '';
  let duration = 0;

  /** What a person can see of the lab: its status, and what each softphone is doing. */
  const observed = async () => {
    const asked = [['status', '--json']];
    for (const line of ['3101', '3201', '3102', '3202']) {
      asked.push(['phone', '--team', '3', line, 'status']);
    }
    let answers = '';
    // One after the other: at one team they would wait for each other, and say so.
    for (const question of asked) {
      const { code, stdout, stderr } = await test.lab(question);
      answers += `${code} ${stdout}${stderr}`;
    }
    return answers;
  };
  const controls = async () => {
    const script = 'for p in /proc/[0-9]*; do tr "\\0" " " <$p/cmdline; echo; done | grep "^nc "';
    return (await Promise.all(stations.map((station) => engine.run(station, script)))).join('');
  };
  const remove = async () => {
    const { containers, networks, volumes } = await engine.look(test.prefix);
    const { client } = engine;
    const ids = Object.values(containers).map(({ id }) => id);
    await Promise.all(ids.map((id) => client.getContainer(id).remove({ force: true })));
    await Promise.all(networks.map((name) => client.getNetwork(name).remove()));
    await Promise.all(volumes.map((name) => client.getVolume(name).remove()));
  };
  const comesUp = async () => {
    const { code, stderr } = await test.lab(['up', '--team', '3']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await observed()).toBe(undisturbed);
  };

  beforeAll(async () => {
    engine = await engineView();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
    const began = performance.now();
    const { code, stderr } = await test.lab(['up', '--team', '3']);
    duration = performance.now() - began;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    undisturbed = await observed();
    expect(undisturbed.match(/registered · idle/g)).toHaveLength(4);
    expect(await controls()).toBe('');
  });

  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  it('says so after Ctrl-C while it builds, and goes on from there', async () => {
    await remove();
    const cut = await interruptedCommand(words, {
      signal: 'SIGINT',
      at: /create container/,
      environment,
    });
    expect(cut).toMatchObject({ code: 130, stderr: expect.stringContaining('Stopped.') });
    expect(cut.stderr).not.toContain('fault in lab');
    const { containers } = await engine.look(test.prefix);
    expect(Object.values(containers).map(({ state }) => state)).not.toEqual(
      Array(3).fill('running'),
    );
    await comesUp();
  });

  it('leaves no call behind after Ctrl-C while it calls, and calls again', async () => {
    await engine.client.getContainer(`${test.prefix}-3-softphone1`).remove({ force: true });
    const cut = await interruptedCommand([...words, '--lang', 'fr'], {
      signal: 'SIGINT',
      at: /contrôles …/,
      environment,
    });
    expect(cut).toMatchObject({ code: 130, stdout: expect.not.stringContaining('call.finance') });
    expect(cut.stderr).not.toContain('at ');
    expect((await observed()).match(/registered · idle/g)).toHaveLength(4);
    const again = await test.lab(['up', '--team', '3', '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ teams: [{ checks: { mode: 'quick' } }] });
    await comesUp();
  });

  const random = seeded(SEED);
  it.each(Array.from({ length: KILLS }, (_, index) => [index + 1, (index + random()) / KILLS]))(
    'is as if nothing had happened after kill -9, number %i, at %f of its time',
    async (_, part) => {
      await remove();
      await interruptedCommand(words, { signal: 'SIGKILL', at: part * duration, environment });
      await comesUp();
      expect(await controls()).toBe('');
    },
  );
});

/** A number from 0 to 1 at each call, the same ones for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
