import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../base/clock.ts';
import { COMMANDS } from '../commands.ts';
import { fakePerson } from '../fake-person.ts';
import { runCli } from '../run-cli.ts';

/** What a shell is answered when the cursor stands at the end of this line. */
async function answer(line: string, environment: Readonly<Record<string, string>> = {}) {
  const person = fakePerson();
  const status = await runCli({
    words: ['completion', 'bash', '--', ...line.split(' ').slice(1)],
    version: '1.2.3',
    surroundings: {
      ...{ environment, platform: 'linux', nodeVersion: '20.20.0', uid: 1000 },
      node: { executable: '/usr/bin/node', portable: true },
      ...{
        home: '/nowhere',
        cwd: tmpdir(),
        stateFolder: '/nowhere',
        interfaces: () => [],
        memory: () => ({ total: 8e9, free: 8e9 }),
      },
      installFolder: join(import.meta.dirname, '../../..'),
      identity: () => ({
        ...{ user: 'anna', host: 'pc', pid: 1, started: '1' },
        ...{ boot: 'b', bootTime: 1, namespace: 'n' },
      }),
      lives: () => true,
    },
    streams: person.streams,
    clock: systemClock,
    signal: new AbortController().signal,
    loadShell: () => Promise.reject(new Error('no program is needed to complete a word')),
  });
  const [also = '', ...lines] = person.output().trimEnd().split('\n');
  const meanings = Object.fromEntries(lines.map((each) => each.split('\t')));
  return { status, errors: person.errors(), also, words: Object.keys(meanings), meanings };
}

const verbs = COMMANDS.filter(({ run }) => run !== undefined);

describe('completing a word', () => {
  it.each(verbs)('finds every verb and its options: $name', async ({ name, options }) => {
    const parts = name.split(' ');
    const before = ['lab', ...parts.slice(0, -1)].join(' ');
    expect((await answer(`${before} `)).words).toContain(parts.at(-1));
    const { words } = await answer(`lab ${name} --`);
    expect(words.toSorted()).toEqual(
      [...options, 'lang', 'verbose', 'help'].map((option) => `--${option}`).toSorted(),
    );
  });

  it.each([
    ['lab sta', 'status'],
    ['lab help im', 'images import'],
    ['lab images b', 'build'],
    ['lab --lang fr down --pu', '--purge'],
    ['lab --', '--lang --verbose --help --version'],
    ['lab up --json --yes --d', '--dry-run'],
    ['lab up --team ', '1 2 3 4 5 6 7 8'],
    ['lab up -t 1,4-', '1,4-1 1,4-2 1,4-3 1,4-4 1,4-5 1,4-6 1,4-7 1,4-8'],
    ['lab up --stage=so', '--stage=solution'],
    ['lab up --lab activity-1 --stage ', 'bare start finance compta voicemail solution'],
    ['lab catch-up --team 3 --to f', 'finance'],
    ['lab shell --station ', 'softphone1 softphone2'],
    ['lab phone --team 3 ', '3101 3102 3201 3202 softphone1 softphone2'],
    ['lab phone ', 'softphone1 softphone2'],
    ['lab phone 3101 ', 'dial answer hangup send status'],
    ['lab phone --team 3 3101 dial 31', '3102'],
    ['lab phone --team 3 softphone1 use 32', '3201 3202'],
    ['lab completion ', 'bash zsh fish'],
    ['lab status --lang ', 'fr en'],
  ])('knows what can follow without an engine: %s', async (line, expected) => {
    expect(await answer(line)).toMatchObject({
      ...{ status: 0, errors: '', also: 'none', words: expect.anything() },
    });
    expect((await answer(line)).words.toSorted()).toEqual(expected.split(' ').toSorted());
  });

  it.each([
    'lab frobnicate ',
    'lab images frobnicate ',
    'lab up now',
    'lab up --team 9 --stage x',
    'lab up --lab /no/lab.yaml --stage ',
    'lab phone --team 3 3101 dial 3102 ',
  ])('offers nothing, and says nothing, where nothing fits: %s', async (line) => {
    expect(await answer(line)).toMatchObject({ status: 0, errors: '', also: 'none', words: [] });
  });

  it('leaves files and folders to the shell', async () => {
    expect(await answer('lab images load ./')).toMatchObject({ also: 'files', words: [] });
    expect(await answer('lab up --lab ')).toMatchObject({ also: 'files', words: ['activity-1'] });
    expect(await answer('lab render --out ')).toMatchObject({ also: 'folders', words: [] });
  });

  it("tells what each word means, in the person's language", async () => {
    expect((await answer('lab d')).meanings.down).toMatch(/^remove/);
    expect((await answer('lab d', { LANG: 'fr_FR.UTF-8' })).meanings.down).toMatch(/^retire/);
  });
});
