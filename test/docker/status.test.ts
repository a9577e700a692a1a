import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect as dial } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineView, engineView, testEngine } from './engine-view.ts';
import { runningCommand } from './running-command.ts';
import { testLab } from './test-team.ts';

const FILE = '/etc/asterisk/extensions.conf';

/** Intent: a teacher sees how a class is, and what happens in it as it happens, asking nobody over and over. */
describe('lab status', () => {
  const test = testLab('status', '10.62');
  const pbx = `${test.prefix}-3-pbx`;
  const environment = { LAB_PREFIX: test.prefix };
  let engine: EngineView;
  let gateway: Gateway;

  const console = (command: string) => engine.run(pbx, `asterisk -rx '${command}'`);
  const watch = (...words: readonly string[]) =>
    runningCommand(['status', '--watch', '--engine', gateway.url, ...words], environment);

  beforeAll(async () => {
    engine = await engineView();
    gateway = await openGateway();
    expect((await test.lab(['up', '--team', '3'])).code).toBe(0);
  });

  afterAll(async () => {
    gateway.close();
    await test[Symbol.asyncDispose]();
  });

  it('tells of a team, its checks, and teams that are asked for and are not there', async () => {
    const { stdout } = await test.lab(['status', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'lab-status/1',
      teams: [
        {
          ...{ team: 3, calls: 0, messages: { all: 0, unheard: 0 }, changed: null },
          ...{ notReloaded: [], mark: null, objects: { found: 7, expected: 7 } },
          check: { passed: 13, all: 13, changedSince: false },
        },
      ],
    });
    const grid = await test.lab(['status', '--team', '2,3', '--lang', 'fr']);
    expect(grid.stdout).toMatch(
      /^ {2}2 +0\/7 +– +0\/4 .*\n {2}3 +7\/7 +oui +4\/4 +0 +0 .*13\/13 /m,
    );
  });

  it('shows files, accounts and calls as they change, without a question to the engine', async () => {
    await using watched = watch();
    await watched.shows(/ 3 +7\/7 +up +4\/4 +0 /);
    const asked = gateway.asked();
    await engine.run(pbx, `echo 'exten => 3177,1,Answer()' >> ${FILE}`);
    await watched.shows(/team 3: .*not reloaded – → extensions/);
    await console('dialplan reload');
    await watched.shows(/team 3: not reloaded extensions → –/);
    await console('sip unregister 3101');
    await watched.shows(/team 3: phones 4\/4 → 3\/4/);
    expect(gateway.asked() - asked).toBe(0);
    await test.lab(['phone', '--team', '3', '3201', 'dial', '3202']);
    await watched.shows(/team 3: calls 0 → 1/);
    await test.lab(['phone', '--team', '3', '3201', 'hangup']);
    await watched.shows(/team 3: calls 1 → 0/);
  });

  it('sees a server die, ends well by Ctrl-C and leaves nothing at work', async () => {
    const watched = watch('--json');
    await watched.shows(/"calls":0/);
    await engine.client.getContainer(pbx).kill();
    await watched.shows(/"state":"stopped"/);
    watched.send('SIGINT');
    const { code, stdout, stderr } = await watched.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(documents.at(-1)).toMatchObject({ teams: [{ pbx: { state: 'stopped' }, calls: null }] });
    await engine.client.getContainer(pbx).start();
  });

  it('leaves nothing at work in a server when it is killed, and says so when the engine goes', async () => {
    const killed = watch();
    await killed.shows(/ 3 +7\/7 +up /);
    killed.send('SIGKILL');
    await killed.ended;
    const lost = watch();
    await lost.shows(/ 3 +7\/7 +up /);
    gateway.close();
    const { code, stderr } = await lost.ended;
    expect({ code, stderr }).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('The engine stopped answering'),
    });
    const atWork = async () =>
      (await engine.run(pbx, "grep -l '[l]ab-status' /proc/[0-9]*/cmdline")) === '';
    await expect.poll(atWork, { timeout: 10_000 }).toBe(true);
  });
});

/** A way to the engine that counts what is asked, and that can be cut. */
interface Gateway {
  readonly url: string;
  /** How many requests have come so far. */
  readonly asked: () => number;
  readonly close: () => void;
}

async function openGateway(): Promise<Gateway> {
  const address = await testEngine();
  const folder = mkdtempSync(join(tmpdir(), 'lab-gateway-'));
  const path = join(folder, 'engine.sock');
  const open = new Set<{ readonly destroy: () => unknown }>();
  let asked = 0;
  const server = createServer((from) => {
    const to = address.kind === 'unix' ? dial(address.path) : dial(address.port, address.host);
    from.on('data', (chunk) => {
      if (/^[A-Z]+ \/\S* HTTP\//.test(chunk.toString('latin1'))) asked++;
    });
    from.pipe(to).pipe(from);
    for (const end of [from, to]) {
      open.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        from.destroy();
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => void server.listen(path, resolve));
  const close = () => {
    server.close();
    for (const end of open) end.destroy();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `unix://${path}`, asked: () => asked, close };
}
