import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../orchestrator/adapters/docker/connection.ts';
import { loadImages, saveImages } from '../../orchestrator/adapters/docker/images.ts';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import { engineView, NOTHING, testEngine } from './engine-view.ts';
import { interruptedCommand } from './interrupted-command.ts';
import { INSTALL_FOLDER, labCommand } from './lab-command.ts';
import { type PrivateEngine, privateEngine } from './private-engine.ts';

const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
const PREFIX = 'labtest-dying';

/** Intent: an engine without images, without a network, or dying under the work is told and mended. */
describe.runIf(asRoot)('up on an engine in trouble', () => {
  let own: PrivateEngine;

  const setting = () => ({ environment: { LAB_PREFIX: PREFIX, LAB_STATE: own.state } });
  const up = () => [
    'up',
    '--team',
    '3',
    '--base',
    '10.88',
    '--engine',
    `unix://${own.paths.socket}`,
  ];
  const start = () => labCommand(['engine', 'start'], setting());
  const view = () => engineView({ kind: 'unix', path: own.paths.socket });

  beforeAll(async () => {
    own = privateEngine();
    expect((await start()).code).toBe(0);
  });

  afterAll(async () => {
    await own.remove();
  });

  it('says what to do when images must be built and there is no network', async () => {
    const main = [process.execPath, `${INSTALL_FOLDER}/dist/main.js`];
    const env = { ...setting().environment, LANG: 'C.UTF-8', LC_ALL: '' };
    const cutOff = ['--net', ...main, ...up(), '--lang', 'fr'];
    const options = { mayFail: true, within: 100_000, env };
    const { status, stderr } = await shell(process.env).run('unshare', cutOff, options);
    expect(stderr).toContain('n’ont pas pu être obtenus');
    expect(stderr).toContain('lab images load');
    expect(status).toBe(3);
    expect(await (await view()).look(PREFIX)).toEqual(NOTHING);
  });

  it('says that the engine was lost when it dies under the work, and goes on once it is back', async () => {
    await copyImages();
    const pid = Number((JSON.parse((await status()).stdout) as { pid: number }).pid);
    const lost = await interruptedCommand([...up(), '--verbose'], {
      signal: 'SIGKILL',
      at: /create container/,
      instead: () => process.kill(pid, 'SIGKILL'),
      ...setting(),
    });
    expect(lost.code).toBe(3);
    expect(lost.stderr).toContain('The engine stopped answering');
    expect(lost.stderr).toContain('goes on from there');
    const dead = await labCommand([...up(), '--lang', 'fr'], setting());
    expect(dead).toMatchObject({ code: 3, stderr: expect.stringContaining(own.paths.socket) });

    expect((await start()).code).toBe(0);
    const back = await labCommand([...up(), '--json'], setting());
    expect(back).toMatchObject({ code: 0, stderr: expect.stringContaining('✔ call.finance') });
    expect(back.stdout).toContain('"asterisk": null');
    expect(JSON.parse(back.stdout)).toMatchObject({
      teams: [{ pbx: { state: 'in-service' }, checks: { mode: 'quick' } }],
    });
    expect(back.stdout.match(/"registered": true/g)).toHaveLength(4);
    const stock = 'diff -rq -x .lab-seeded /usr/share/lab/pristine/etc/asterisk /etc/asterisk';
    const changed = await (await view()).run(`${PREFIX}-3-pbx`, stock);
    expect(changed.match(/\/etc\/asterisk\/\w+\.conf differ/g)).toHaveLength(3);
    expect(changed).not.toContain('Only in');
  });

  it('blames no team when the engine dies under a check, and checks again once it is back', async () => {
    const check = ['check', '--team', '3', '--quick', '--engine', `unix://${own.paths.socket}`];
    const { pid } = JSON.parse((await status()).stdout) as { readonly pid: number };
    const lost = await interruptedCommand(check, {
      signal: 'SIGKILL',
      at: /register\.compta/,
      instead: () => process.kill(pid, 'SIGKILL'),
      ...setting(),
    });
    expect(lost.code).toBe(3);
    expect(lost.stdout).toContain('could not be judged: the engine or the PBX container went away');
    expect(lost.stdout).not.toContain('✗');
    expect((await start()).code).toBe(0);
    const again = await labCommand(check, setting());
    expect(again, again.stdout).toMatchObject({ code: 0, stderr: '' });
    const left = await (await view()).look(PREFIX);
    expect(Object.keys(left.containers)).toHaveLength(3);
  });

  const status = () => labCommand(['engine', 'status', '--json'], setting());

  /** The images of the engine that all tests share: made once, moved without a registry. */
  async function copyImages(): Promise<void> {
    const { stdout } = await labCommand(['images', 'list', '--json']);
    const { images } = JSON.parse(stdout) as {
      readonly images: readonly { readonly tag: string; readonly current: boolean }[];
    };
    const names = images
      .filter(({ tag, current }) => current && !/probe|bare/.test(tag))
      .map(({ tag }) => tag);
    expect(names).toHaveLength(2);
    const tar = await saveImages(await connect(await testEngine()), names);
    await loadImages(await connect({ kind: 'unix', path: own.paths.socket }), tar);
  }
});
