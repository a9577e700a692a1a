import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blowOf } from '../crash/blows.ts';
import { type Fate, strikes } from '../crash/strike.ts';
import { type StruckLab, struckTeam } from '../crash/struck-team.ts';
import { type EngineView, engineView, NOTHING } from './engine-view.ts';
import { interruptedCommand } from './interrupted-command.ts';
import { archivesOf } from './left-behind.ts';
import { testLab } from './test-team.ts';

/** How many instants `kill -9` strikes at; `npm run test:crash` strikes at two hundred. */
const KILLS = Number(process.env.LAB_KILLS ?? 8);
const SEED = 20;
/** Struck side by side. */
const STRUCK = [1, 2];

/** Intent: a command may be ended at any instant, and `up` puts everything right; no work is lost. */
describe('a verb that is cut short', () => {
  const test = testLab('kill', '10.80');
  const environment = { LAB_PREFIX: test.prefix };
  const words = ['up', '--team', '3', '--verbose', '--base', test.base];
  const lab: StruckLab = { ...test, engine: async () => engine };
  const third = struckTeam(lab, 3);
  let engine: EngineView;
  let undisturbed = '';

  /** Without what the team has done, and when it was checked. */
  const standing = (status: string) => {
    const { teams } = JSON.parse(status) as { readonly teams: readonly Record<string, unknown>[] };
    const done = ['messages', 'changed', 'notReloaded', 'check', 'mark'];
    const lab = teams.map((team) => Object.entries(team).filter(([name]) => !done.includes(name)));
    return JSON.stringify(lab);
  };
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
      answers += `${code} ${question[0] === 'status' ? standing(stdout) : stdout}${stderr}`;
    }
    return answers;
  };
  const comesUp = async () => {
    const { code, stderr } = await test.lab(['up', '--team', '3']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await observed()).toBe(undisturbed);
  };

  beforeAll(async () => {
    engine = await engineView();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
    const { code, stderr } = await test.lab(['up', '--team', '3']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    undisturbed = await observed();
    expect(undisturbed.match(/registered · idle/g)).toHaveLength(4);
  });

  afterAll(async () => {
    for (const file of archivesOf(test.prefix)) rmSync(file);
    await test[Symbol.asyncDispose]();
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  it('says so after Ctrl-C while it builds, and goes on from there', async () => {
    await third.remove('all');
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
      at: /voicemail\.deposit/,
      environment,
    });
    expect(cut).toMatchObject({ code: 130, stdout: expect.not.stringContaining('call.finance') });
    expect(cut.stderr).not.toContain('at ');
    expect((await observed()).match(/registered · idle/g)).toHaveLength(4);
    const again = await test.lab(['up', '--team', '3', '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({ teams: [{ checks: { mode: 'quick' } }] });
    await comesUp();
  });

  it('is as if nothing had happened, and no work is lost, after kill -9 at any instant', async () => {
    const each = STRUCK.map(async (team) => {
      const one = struckTeam(lab, team);
      const fates: Fate[] = [];
      const count = Math.ceil(KILLS / STRUCK.length);
      for await (const fate of strikes(lab, one, {
        count,
        seed: SEED,
        blow: blowOf(environment),
      })) {
        fates.push(fate);
      }
      return fates;
    });
    const fates = (await Promise.all(each)).flat();
    expect(fates.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(fates.filter(({ cut }) => cut).length).toBeGreaterThan(KILLS / 2);
  }, 600_000);
});
