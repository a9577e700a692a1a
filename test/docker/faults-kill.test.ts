import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import { seededRandom } from '../../orchestrator/model/audio/seeded-random.ts';
import { type EngineView, engineView, NOTHING } from './engine-view.ts';
import { interruptedCommand } from './interrupted-command.ts';
import { archivesOf } from './left-behind.ts';
import { testLab } from './test-team.ts';

/** How many instants `kill -9` strikes at; LAB_KILLS asks for more of them. */
const KILLS = Number(process.env.LAB_KILLS ?? 4);
const SEED = 20;

/** A verb to strike, what there is of the team before it, and how long it takes in terms of an `up`. */
interface Target {
  readonly verb: string;
  readonly before: 'all' | 'work' | 'nothing';
  readonly takes: number;
}

/** One of each row is struck in turn. */
const TARGETS: readonly (readonly Target[])[] = [
  [
    { verb: 'up', before: 'work', takes: 1 },
    { verb: 'up', before: 'nothing', takes: 1 },
  ],
  [{ verb: 'check --quick', before: 'all', takes: 1 }],
  [{ verb: 'reset --yes', before: 'all', takes: 0.6 }],
  [
    { verb: 'down --purge --yes', before: 'all', takes: 0.3 },
    { verb: 'down', before: 'all', takes: 0.2 },
  ],
];

/** What a team makes of its lab: a line at the end of each of these files. */
const WORK = [
  '/etc/asterisk/users.conf',
  '/etc/asterisk/own.conf',
  '/root/notes.txt',
  '/var/spool/asterisk/voicemail/finance/3102/Work/msg0000.txt',
];

/** Intent: a command may be ended at any instant, and `up` puts everything right; no work is lost. */
describe('a verb that is cut short', () => {
  const test = testLab('kill', '10.80');
  const environment = { LAB_PREFIX: test.prefix };
  const words = ['up', '--team', '3', '--verbose', '--base', test.base];
  const pbx = `${test.prefix}-3-pbx`;
  let engine: EngineView;
  let undisturbed = '';
  let duration = 0;

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
  /** Takes away, past the tool, what there is of the team; its work too, or not. */
  const remove = async (what: 'all' | 'objects' = 'all') => {
    const { containers, networks, volumes } = await engine.look(test.prefix);
    const { client } = engine;
    const ids = Object.values(containers).map(({ id }) => id);
    await Promise.all(ids.map((id) => client.getContainer(id).remove({ force: true })));
    await Promise.all(networks.map((name) => client.getNetwork(name).remove()));
    if (what === 'objects') return;
    await Promise.all(volumes.map((name) => client.getVolume(name).remove()));
  };
  const doWork = async (line: string) => {
    const script = WORK.map((file) => `mkdir -p $(dirname ${file}); echo '${line}' >>${file}`);
    await engine.run(pbx, `${script.join('\n')}\nchown -R asterisk: /var/spool/asterisk`);
  };
  /** The files whose work is neither in the team's PBX nor in an archive. */
  const lost = async (line: string) => {
    const { run } = shell(process.env);
    const kept = await engine.run(pbx, `grep -lxF '${line}' ${WORK.join(' ')}`);
    const missing = WORK.filter((file) => !kept.split('\n').includes(file));
    const found = missing.map(async (file) => {
      const copies = archivesOf(test.prefix).map((archive) =>
        run('tar', ['-xzOf', archive, file.slice(1)]),
      );
      const texts = (await Promise.all(copies)).map(({ stdout }) => stdout.split('\n'));
      return texts.some((text) => text.includes(line)) ? [] : [file];
    });
    return (await Promise.all(found)).flat();
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
  });

  afterAll(async () => {
    for (const file of archivesOf(test.prefix)) rmSync(file);
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

  it.each(strikes())(
    'is as if nothing had happened, and no work is lost, after kill -9 number %i: %s at %f of its time, before it: %s',
    async (number, verb, part, before, takes) => {
      const line = `; the work of strike ${number}`;
      if (before === 'nothing') await remove();
      else await doWork(line);
      if (before === 'work') await remove('objects');
      const base = /^(up|reset)/.test(verb) ? ['--base', test.base] : [];
      await interruptedCommand([...verb.split(' '), '--team', '3', ...base], {
        ...{ signal: 'SIGKILL', at: part * takes * duration, environment },
      });
      await comesUp();
      if (before !== 'nothing') expect(await lost(line)).toEqual([]);
      const messages = `find /var/spool/asterisk -name 'msg*' ! -path '*/Work/*'`;
      expect(await engine.run(pbx, messages)).toBe('');
    },
  );
});

/** The strikes: every row of targets in turn, each at instants that spread over all of its time. */
function strikes() {
  const random = seededRandom(SEED);
  const rounds = Math.ceil(KILLS / TARGETS.length);
  return Array.from({ length: KILLS }, (_, index) => {
    const round = Math.floor(index / TARGETS.length);
    const row = TARGETS[index % TARGETS.length] ?? [];
    const { verb, before, takes } = row[round % row.length] as Target;
    return [index + 1, verb, (round + random()) / rounds, before, takes] as const;
  });
}
