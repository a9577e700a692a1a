import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withTeamLock } from '../../orchestrator/actions/with-team-lock.ts';
import type { Workbench } from '../../orchestrator/actions/workbench.ts';
import { type Connection, connect } from '../../orchestrator/adapters/docker/connection.ts';
import { listImages } from '../../orchestrator/adapters/docker/images.ts';
import {
  processIdentity,
  processLives,
} from '../../orchestrator/adapters/engine/process-identity.ts';
import { systemClock } from '../../orchestrator/base/clock.ts';
import type { LabEvent } from '../../orchestrator/base/event.ts';
import { LABELS } from '../../orchestrator/model/numbering/names.ts';
import { teamNumber } from '../../orchestrator/model/numbering/team-number.ts';
import { type EngineView, engineView, NOTHING, testEngine } from './engine-view.ts';
import { interruptedCommand } from './interrupted-command.ts';
import { testLab } from './test-team.ts';

/** Intent: two commands never work on one team at once, wherever they are typed; nobody waits for the dead. */
describe('the lock of a team', () => {
  const test = testLab('lock', '10.92');
  const { prefix } = test;
  const environment = { LAB_PREFIX: prefix };
  const own = { user: 'anna', host: hostname(), pid: process.pid };
  const identity = () => processIdentity(own);
  const lockOf = (team: number) => `${prefix}-${team}-lock`;
  const left = async () => Object.keys((await engine.look(prefix)).containers);
  let engine: EngineView;
  let connection: Connection;
  let image = '';

  /** Works on a team from within this test, as a command of somebody at this machine would. */
  function hold<T>(team: number, work: () => Promise<T>, patience?: number) {
    const told: LabEvent[] = [];
    const bench = {
      surroundings: { identity, lives: processLives },
      clock: systemClock,
      emit: (event: LabEvent) => told.push(event),
      signal: new AbortController().signal,
    } as unknown as Workbench;
    const claim = { connection, prefix, team: teamNumber(team), verb: 'check', patience };
    return { told, done: withTeamLock(bench, claim, work) };
  }

  /** What a run leaves when nobody gives it back: a container of the verb's own. */
  const leave = (role: 'lock' | 'reading-room', team: number, holder: object) =>
    engine.client.createContainer({
      name: role === 'lock' ? lockOf(team) : `${prefix}-${team}-archive`,
      Image: image,
      Cmd: ['true'],
      Labels: {
        [LABELS.prefix]: prefix,
        [LABELS.team]: String(team),
        [LABELS.role]: role,
        [LABELS.holder]: JSON.stringify({ ...holder, verb: 'down', since: '2026-03-02T09:00:00Z' }),
      },
      HostConfig: { NetworkMode: 'none' },
    });

  beforeAll(async () => {
    engine = await engineView();
    connection = await connect(await testEngine());
    image = (await listImages(connection))[0]?.tag ?? '';
    expect(await engine.look(prefix)).toEqual(NOTHING);
  });

  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    expect(await engine.look(prefix)).toEqual(NOTHING);
  });

  it('lets one of two ups do the work, while the other one waits, says for whom and finds it done', async () => {
    const up = () => test.lab(['up', '--team', '3']);
    const both = await Promise.all([up(), up()]);
    for (const { code, stderr } of both) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const waited = both.filter(({ stdout }) => stdout.includes('waiting for'));
    expect(waited).toHaveLength(1);
    expect(waited[0]?.stdout).toMatch(
      new RegExp(
        `^team 3: waiting for "lab up" by \\S+ on ${hostname()}, begun \\d+ s ago \\(`,
        'm',
      ),
    );
    expect(waited[0]?.stdout).toContain('Team 3 is up already: nothing to do.');
    expect(await left()).not.toContain(lockOf(3));
  });

  it('is waited for by what changes the team, and by nothing and nobody else', async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { done } = hold(3, () => released);
    try {
      const looks = [
        'status',
        'render --team 3',
        'up --team 3 --dry-run',
        'down --team 3 --dry-run',
      ];
      const free = [...looks, 'down --team 8', 'up --team 4 --stage start'];
      const answers = await Promise.all(free.map((words) => test.lab(words.split(' '))));
      for (const { code, stdout } of answers) {
        expect({ code, stdout }).toEqual({
          code: 0,
          stdout: expect.not.stringMatching(/waiting|3-lock/),
        });
      }
      const phone = await interruptedCommand(['phone', '--team', '3', '3101', 'status'], {
        ...{ signal: 'SIGINT', at: /waiting for "lab check" by anna/, environment },
        instead: release,
      });
      expect(phone).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('registered · idle'),
      });
    } finally {
      release();
      await done;
    }
  });

  it('has one holder at a time, and is free again after a failure', async () => {
    const seen = { now: 0, most: 0 };
    const work = async () => {
      seen.most = Math.max(seen.most, ++seen.now);
      await engine.look(prefix);
      seen.now -= 1;
      throw new Error('out of luck');
    };
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => hold(5, work).done));
    expect(all.map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
    expect(seen).toEqual({ now: 0, most: 1 });
    expect(await left()).not.toContain(lockOf(5));
  });

  it('is given back after Ctrl-C', async () => {
    const words = ['up', '--team', '5', '--stage', 'start', '--verbose', '--base', test.base];
    const cut = await interruptedCommand(words, {
      ...{ signal: 'SIGINT', at: /create container/, environment },
    });
    expect(cut.code).toBe(130);
    expect(await left()).not.toContain(lockOf(5));
  });

  it('is taken over at once from a command that was killed', async () => {
    const words = ['down', '--team', '4', '--verbose'];
    await interruptedCommand(words, {
      ...{ signal: 'SIGKILL', at: /remove container/, environment },
    });
    expect(await left()).toContain(lockOf(4));
    const status = await test.lab(['status', '--team', '4']);
    expect(status).toMatchObject({ code: 0, stdout: expect.not.stringContaining('4-lock') });
    const { code, stdout } = await test.lab(['down', '--team', '4', '--verbose']);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.not.stringContaining('4-lock'),
    });
    expect((await left()).filter((name) => name.startsWith(`${prefix}-4`))).toEqual([]);
  });

  it('and what an archive left of a dead process are cleared away by down', async () => {
    const dead = { ...identity(), started: '1' };
    await leave('lock', 6, dead);
    await leave('reading-room', 6, dead);
    expect((await test.lab(['status'])).stdout).not.toMatch(/^ {2}6 /m);
    expect(await test.lab(['down', '--team', '6'])).toMatchObject({ code: 0, stderr: '' });
    expect((await left()).filter((name) => name.startsWith(`${prefix}-6`))).toEqual([]);
  });

  it('is respected when another machine has it: in the end it is told whose it is', async () => {
    const away = { ...identity(), user: 'prof', host: 'tp-12', boot: 'another', pid: 4711 };
    const lock = await leave('lock', 7, away);
    const { told, done } = hold(7, async () => 'not reached', 1_200);
    await expect(done).rejects.toMatchObject({
      problem: {
        code: 'team-locked',
        params: {
          ...{ team: 7, user: 'prof', host: 'tp-12', pid: 4711, verb: 'down' },
          ...{ lock: lockOf(7), here: false },
        },
      },
    });
    expect(told).toMatchObject([{ type: 'lock-held', team: 7, user: 'prof', host: 'tp-12' }]);
    const cut = await interruptedCommand(['down', '--team', '7'], {
      ...{ signal: 'SIGINT', at: /waiting for "lab down" by prof on tp-12/, environment },
    });
    expect(cut.code).toBe(130);
    expect(await left()).toContain(lockOf(7));
    await lock.remove();
  });
});
