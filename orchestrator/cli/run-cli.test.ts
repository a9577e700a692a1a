import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workbench } from '../actions/workbench.ts';
import { systemClock } from '../base/clock.ts';
import { fakePerson } from './fake-person.ts';
import { runCli } from './run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Setting {
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly loadShell?: () => Promise<Workbench['shell']>;
}

/** Runs one line (words apart by spaces) on a machine whose only engine address is a dead socket. */
async function run(line: string, setting: Setting = {}) {
  const { environment = {}, signal = new AbortController().signal } = setting;
  const person = fakePerson();
  const status = await runCli({
    words: line.split(' ').filter((word) => word !== ''),
    version: '1.2.3',
    surroundings: {
      environment: { DOCKER_HOST: `unix://${folder}/none.sock`, ...environment },
      platform: 'linux',
      nodeVersion: '20.20.0',
      node: { executable: '/usr/bin/node', portable: true },
      uid: 1000,
      home: folder,
      cwd: folder,
      installFolder: join(import.meta.dirname, '../..'),
      stateFolder: folder,
      interfaces: () => [],
      memory: () => ({ total: 8e9, free: 8e9 }),
      identity: () => ({
        ...{ user: 'anna', host: 'pc', pid: 1, started: '1' },
        ...{ boot: 'b', bootTime: 1, namespace: 'n' },
      }),
      lives: () => true,
    },
    streams: person.streams,
    clock: systemClock,
    signal,
    loadShell: setting.loadShell ?? (async () => ({}) as Workbench['shell']),
  });
  return { status, output: person.output(), errors: person.errors() };
}

describe('the command line', () => {
  it('tells its version', async () => {
    expect(await run('--version')).toEqual({ status: 0, output: '1.2.3\n', errors: '' });
  });

  it('shows its help when nothing is asked, and that of a group', async () => {
    expect(await run('')).toMatchObject({ status: 0, errors: '' });
    expect((await run('')).output).toContain('up [options]');
    const images = await run('images');
    expect(images).toMatchObject({ status: 0, errors: '' });
    expect(images.output).toMatch(/build[\s\S]*list[\s\S]*save[\s\S]*load/);
  });

  it.each([
    ['staus', 'There is no command "staus".\n  → lab status\n'],
    ['images lsit', 'There is no command "images lsit".\n  → lab images list\n'],
    ['up --taem 3', 'There is no option "--taem" here.\n  → --team\n'],
    ['render', 'No team was named.\n  → add --team 3 (or --team 1,4-6, or --all)\n'],
    [
      'render --team 9',
      '"9" is not a team: teams have the numbers 1 to 8.\n  → --team 3, or several: --team 1,4-6, or all of them: --all\n',
    ],
    [
      'status now',
      'That is more than this command takes: now.\n  → add --help to see what the command takes\n',
    ],
    ['render --team 3 --lang de', '--lang can\'t be "de": it takes fr, en.\n  → --lang fr\n'],
    ['phone --team 1,2 3101 status', 'This command works on one team, not on 1,2.\n'],
    ['phone --team 3 3101 call 3102', 'A softphone can\'t do "call 3102".\n'],
    ['up --team 3 --base 8.8', '"8.8" is not the beginning of private networks'],
    ['up --team 3 --stage solutoin', 'The lab has no stage "solutoin".\n  → --stage solution\n'],
    ['up --team 3 --lab activity-9', 'There is no lab "activity-9".\n  → --lab activity-1\n'],
    ['status --engine nonsense', '--engine gives "nonsense"'],
  ])('refuses what is wrong, with status 2 and a mend: lab %s', async (line, said) => {
    const { status, output, errors } = await run(line);
    expect({ status, output }).toEqual({ status: 2, output: '' });
    expect(errors).toContain(said);
  });

  it.each([
    ['staus --lang fr', {}],
    ['staus --lang=fr', {}],
    ['--lang fr staus', {}],
    ['staus', { LANG: 'fr_FR.UTF-8' }],
    ['staus', { LC_ALL: 'fr_CA', LANG: 'en_US.UTF-8' }],
  ])('speaks French when asked or when the locale does: lab %s %o', async (line, environment) => {
    const { status, errors } = await run(line, { environment });
    expect(status).toBe(2);
    expect(errors).toContain('Il n’y a pas de commande « staus ».\n  → lab status\n');
  });

  it('shows the help in French', async () => {
    expect((await run('--help --lang fr')).output).toContain('Code de retour :');
    expect((await run('--lang fr')).status).toBe(0);
  });
});

describe('lab render', () => {
  it('prints the files of a team', async () => {
    const { status, output, errors } = await run('render --team 3');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output).toContain(';; /etc/asterisk/users.conf\n');
    expect(output).toContain('[3101](template)');
  });

  it('prints nothing but data with --json, even when it writes files too', async () => {
    const { status, output, errors } = await run('render --team 1,3 --json --out made');
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      schema: 'lab-render/1',
      teams: [{ team: 1 }, { team: 3 }],
    });
    expect(errors).toContain(`wrote ${folder}/made/team3/etc/asterisk/users.conf\n`);
  });
});

describe('a machine without an engine', () => {
  it.each(['status', 'down --team 3', 'phone --team 3 3101 status', 'images list'])(
    'is status 3, and the address that is dead is named: lab %s',
    async (line) => {
      const { status, output, errors } = await run(line);
      expect({ status, output }).toEqual({ status: 3, output: '' });
      expect(errors).toContain(`${folder}/none.sock`);
      expect(errors).toContain('unset DOCKER_HOST');
    },
  );

  it('is examined to the end by doctor, as data too', async () => {
    const words = await run('doctor');
    expect(words.status).toBe(3);
    expect(words.output).toMatch(
      /✔ Node\.js +20\.20\.0\n✗ container engine[\s\S]*→ [\s\S]*disk space/,
    );
    const data = await run('doctor --json');
    expect(data).toMatchObject({ status: 3, errors: '' });
    expect(JSON.parse(data.output)).toMatchObject({
      checks: [{ problem: null }, { problem: { code: 'engine-unreachable' } }, { check: 'disk' }],
    });
  });
});

describe('trouble', () => {
  it('that is ours says so, with status 70 and the stack for whoever mends it', async () => {
    const loadShell = () => Promise.reject(new TypeError('x is not a function'));
    const { status, output, errors } = await run('status', { loadShell });
    expect({ status, output }).toEqual({ status: 70, output: '' });
    expect(errors).toMatch(/^This is a fault in lab[^\n]*\nTypeError: x is not a function\n +at /);
  });

  it('that is a Ctrl-C says what became of the work, with status 130', async () => {
    const { status, errors } = await run('status', { signal: AbortSignal.abort() });
    expect(status).toBe(130);
    expect(errors).toBe('Stopped. What was built stays; the same command goes on from there.\n');
  });
});
