import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import { type EngineView, engineView, NOTHING, testEngine } from './engine-view.ts';
import { INSTALL_FOLDER, labCommand } from './lab-command.ts';
import { testLab } from './test-team.ts';

const asRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** Intent: what can't be done is refused before anything is touched, with its cause and its mend. */
describe('bad input and bad surroundings', () => {
  const test = testLab('faults', '10.79');
  const folder = mkdtempSync(join(tmpdir(), 'lab-faults-'));
  let engine: EngineView;

  const up = (...words: string[]) => test.lab(['up', '--team', '3', ...words]);
  const labFile = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  beforeAll(async () => {
    engine = await engineView();
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  it.each(['0', '9', 'x', '3-', '-1', '1,9', '3 4', ''])('refuses team "%s"', async (team) => {
    const english = await test.lab(['up', `--team=${team}`]);
    expect(english).toMatchObject({ code: 2, stdout: '' });
    expect(english.stderr).toMatch(/1 to 8/);
    expect(english.stderr).toMatch(/→ --team 3/);
    const french = await test.lab(['up', `--team=${team}`, '--lang', 'fr']);
    expect(french).toMatchObject({ code: 2, stdout: '' });
    expect(french.stderr).toMatch(/1 à 8/);
  });

  it('shows every mistake of a lab file with its place, and creates nothing', async () => {
    const file = labFile(
      'misspelt.yaml',
      'lab: activity-1\ncontextes:\n  finance: { numbers: X1 }\nflavour: asterisk-61\n',
    );
    for (const language of ['en', 'fr']) {
      const { code, stdout, stderr } = await up('--lab', file, '--lang', language);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('misspelt.yaml:2:1');
      expect(stderr).toContain('contexts');
    }
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  it.each([
    ['a newline in a name', '"Alice\\n[9999]"'],
    ['a comment sign in a name', '"Alice; secret=x"'],
    ['a template in a name', '"{{constructor}}"'],
  ])('refuses %s before it can reach a file of Asterisk', async (_, name) => {
    const file = labFile(
      'hostile.yaml',
      `lab: activity-1
contexts:
  finance:
    numbers: X1
    users: [{ number: X101, name: ${name} }, X102]
    voicemail: X199
stations:
  softphone1: { address: 11, lines: [X101] }
stages:
  start: { files: [] }
`,
    );
    const { code, stdout, stderr } = await up('--lab', file);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/hostile\.yaml:5:\d+/);
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  it('reports an engine that was named and is dead, and never falls back to another', async () => {
    const nope = join(folder, 'nope.sock');
    const named = await up('--engine', `unix://${nope}`);
    expect(named).toMatchObject({ code: 3, stdout: '' });
    expect(named.stderr).toContain('--engine');
    expect(named.stderr).toContain(nope);
    const environment = { DOCKER_HOST: 'tcp://127.0.0.1:9' };
    const host = await test.lab(['up', '--team', '3', '--lang', 'fr'], { environment });
    expect(host).toMatchObject({ code: 3, stdout: '' });
    expect(host.stderr).toContain('127.0.0.1:9');
    expect(host.stderr).toContain('unset DOCKER_HOST');
    expect(await engine.look(test.prefix)).toEqual(NOTHING);
  });

  it('refuses an engine that is too old, by its version', async () => {
    const path = join(folder, 'old.sock');
    const old = createServer((_, answer) => {
      answer.setHeader('content-type', 'application/json');
      answer.end('{"Version":"18.09.1","ApiVersion":"1.39","MinAPIVersion":"1.12"}');
    });
    await new Promise<void>((resolve) => old.listen(path, resolve));
    const { code, stdout, stderr } = await up('--engine', `unix://${path}`);
    const french = await up('--engine', `unix://${path}`, '--lang', 'fr');
    await new Promise((resolve) => old.close(resolve));
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('18.09.1');
    expect(stderr).toContain('20.10');
    expect(french).toMatchObject({ code: 3, stderr: expect.stringContaining('18.09.1') });
  });

  it('names the network that has the subnet, and --base moves the whole plan away from it', async () => {
    const network = await engine.client.createNetwork({
      Name: 'labtest-culprit_default',
      Internal: true,
      IPAM: { Config: [{ Subnet: '10.79.3.128/25' }] },
      Labels: { 'com.docker.compose.project': 'labtest-culprit' },
    });
    try {
      const english = await up();
      expect(english).toMatchObject({ code: 3, stdout: '' });
      expect(english.stderr).toContain('10.79.3.0/24 overlaps network "labtest-culprit_default"');
      expect(english.stderr).toContain('compose project "labtest-culprit"');
      expect(english.stderr).toContain('--base 10.77');
      const french = await up('--lang', 'fr');
      expect(french.stderr).toContain('labtest-culprit_default');
      expect(french.stderr).toContain('10.79.3.0/24');
      expect(await engine.look(test.prefix)).toEqual(NOTHING);
      const environment = { LAB_PREFIX: test.prefix };
      const words = ['up', '--team', '3', '--base', '10.78', '--dry-run'];
      expect(await labCommand(words, { environment })).toMatchObject({ code: 0, stderr: '' });
    } finally {
      await network.remove();
    }
  });

  it.runIf(asRoot)(
    'has a mend for an ordinary user who may not use the engine',
    async ({ skip }) => {
      const endpoint = await testEngine();
      if (endpoint.kind !== 'unix') return skip('an address has no permissions');
      const socket = endpoint.path;
      expect(await asNobody(['status', '--engine', `unix://${socket}`])).toMatchObject({
        status: 3,
        stdout: '',
        stderr: expect.stringMatching(/not allowed to use it.\n.*→ .*usermod -aG docker/),
      });
      expect(
        await asNobody(['status', '--engine', `unix://${socket}`, '--lang', 'fr']),
      ).toMatchObject({
        status: 3,
        stderr: expect.stringMatching(/pas le droit/),
      });
    },
  );

  it.runIf(asRoot)(
    'says to a user without any engine what to do, and installs nothing',
    async () => {
      const { status, stdout, stderr } = await asNobody(['up', '--team', '3']);
      expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
      expect(stderr).toContain('No container engine answers');
      expect(stderr).toMatch(/→ .*(docker\.io|install Docker)/);
    },
  );

  /** The tool as the user `nobody`, who sees this checkout even if it is in root's home. */
  async function asNobody(words: readonly string[]) {
    const script =
      'mount --bind "$1" /mnt && shift && exec setpriv --reuid 65534 --regid 65534 --clear-groups "$@"';
    const command = ['-c', script, 'sh', INSTALL_FOLDER, process.execPath, '/mnt/dist/main.js'];
    const nowhere = { HOME: '/nonexistent', XDG_RUNTIME_DIR: folder, DOCKER_HOST: undefined };
    const env = { LANG: 'C.UTF-8', LC_ALL: '', ...nowhere };
    return shell({ ...process.env, ...env }).run(
      'unshare',
      ['--mount', 'sh', ...command, ...words],
      { mayFail: true },
    );
  }
});
