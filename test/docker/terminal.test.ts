import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineView, engineView } from './engine-view.ts';
import { strayOf } from './left-behind.ts';
import { type PseudoTerminal, pseudoTerminal } from './pseudo-terminal.ts';
import { testLab } from './test-team.ts';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

/** Intent: a student at a terminal finds a server, and a teacher's script finds a command. */
describe('shell, console and logs', () => {
  const test = testLab('terminal', '10.83');
  let engine: EngineView;

  const open = (...words: string[]): PseudoTerminal =>
    pseudoTerminal(words, {
      rows: 33,
      columns: 111,
      environment: { LAB_PREFIX: test.prefix },
    });

  beforeAll(async () => {
    engine = await engineView();
    expect(await test.lab(['up', '--team', '3'])).toMatchObject({ code: 0, stderr: '' });
  });

  afterAll(() => test[Symbol.asyncDispose]());

  it('gives a script its bytes, both kinds of output apart, and the exit status', async () => {
    const input = 'read word; echo "heard $word"; echo trouble >&2; exit 7\nhello\n';
    expect(await test.lab(['shell', '--team', '3'], { input })).toEqual({
      code: 7,
      stdout: 'heard hello',
      stderr: 'trouble',
    });
    const failed = await test.lab(['shell', '--team', '3'], { input: 'false' });
    expect(failed.code).toBe(1);
  });

  it('opens a softphone with --station, as the user of the phones', async () => {
    const words = ['shell', '--team', '3', '--station', 'softphone1'];
    const { code, stdout } = await test.lab(words, { input: 'hostname; id -un' });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'softphone1-equipe3\nphone' });
    const wrong = await test.lab([...words.slice(0, 4), 'softphone9'], { input: '' });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('softphone1, softphone2');
  });

  it('is a real terminal: its size and type, raw keys, Ctrl-C for what runs inside only', async () => {
    await using screen = open('shell', '--team', '3');
    await screen.shows('root@serveurAsterisk-equipe3:');
    screen.type('stty size; echo $TERM\r');
    await screen.shows('\n33 111\nxterm\n');
    screen.type('cat\r');
    await screen.shows('cat\n');
    screen.type('twice\r');
    // Once from the terminal of the container, once from cat: never from the person's own.
    expect(await screen.shows('twice\ntwice\n')).toBe('twice\ntwice\n');
    screen.type(CTRL_C);
    await screen.shows('^C');
    screen.type('echo status $?\r');
    await screen.shows('\nstatus 130\n');
    screen.type('exit 7\r');
    expect(await screen.ended()).toBe(7);
  });

  it('ends with status 0 at Ctrl-D', async () => {
    await using screen = open('shell', '--team', '3');
    await screen.shows('equipe3:');
    screen.type(CTRL_D);
    expect(await screen.ended()).toBe(0);
  });

  it('leaves the console at Ctrl-C, and Asterisk goes on', async () => {
    await using screen = open('console', '--team', '3');
    await screen.shows('serveurAsterisk-equipe3*CLI>');
    screen.type(CTRL_C);
    await screen.ended();
    const { stdout } = await test.lab(['console', '--team', '3'], { input: 'core show uptime' });
    expect(stdout).toMatch(/System uptime: \d/);
    const left = await engine.run(`${test.prefix}-3-pbx`, "pgrep -fc 'asterisk -rvvv[v]'");
    expect(left.trim()).toBe('0');
  });

  it.each(['shell', 'console', 'logs --follow'])(
    'leaves nothing at work in the container when the window of %s is closed',
    async (words) => {
      const shown = words === 'shell' ? 'equipe3:' : /CLI>|Asterisk 16/;
      {
        await using screen = open(...words.split(' '), '--team', '3');
        await screen.shows(shown);
      }
      expect(await strayOf(engine, test.prefix)).toEqual([]);
    },
  );

  it('shows in an open console what happens on the telephones', async () => {
    await using screen = open('console', '--team', '3');
    await screen.shows('*CLI>');
    expect((await test.lab(['phone', '--team', '3', '3101', 'dial', '3102'])).code).toBe(0);
    await screen.shows(/-- Executing \[3102@finance:1\] Dial\("SIP\/3101-/i);
    await screen.shows(/-- SIP\/3102-\w+ is ringing/);
    expect((await test.lab(['phone', '--team', '3', '3101', 'hangup'])).code).toBe(0);
    screen.type('exit\r');
    expect(await screen.ended()).toBe(0);
  });

  it('runs each line of a script in the console, up to exit and without a last newline', async () => {
    const script = 'core show uptime\nnonsense\nexit\nsip show users\n';
    const { code, stdout } = await test.lab(['console', '--team', '3'], { input: script });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^System uptime: /);
    expect(stdout).toContain("No such command 'nonsense'");
    expect(stdout).not.toContain('Username');
    const whole = await test.lab(['console', '--team', '3'], { input: 'sip show users' });
    expect(whole.stdout).toMatch(/^3101 +password +finance/m);
  });

  it('prints the log, and with --follow what comes until Ctrl-C', async () => {
    const { code, stdout } = await test.lab(['logs', '--team', '3']);
    expect(code).toBe(0);
    expect(stdout).toContain('Asterisk 16.28');
    await using screen = open('logs', '--team', '3', '--follow');
    await screen.shows('Asterisk 16.28');
    const wrong = await test.lab(['phone', '--team', '3', 'softphone1', 'use', '3101', 'wrong']);
    expect(wrong.code).toBe(1);
    await screen.shows(/Registration from .*3101@10\.83\.3\.200.* failed .* Wrong password/);
    screen.type(CTRL_C);
    await screen.ended();
  });

  it('is refused for a team that is not up, with the next command', async () => {
    for (const verb of ['shell', 'console', 'logs']) {
      const { code, stdout, stderr } = await test.lab([verb, '--team', '4'], { input: 'exit' });
      expect({ verb, code, stdout }).toEqual({ verb, code: 3, stdout: '' });
      expect(stderr).toContain('lab up --team 4');
    }
  });
});
