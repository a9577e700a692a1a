import type ssh2 from 'ssh2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineView } from './engine-view.ts';
import { strayOf } from './left-behind.ts';
import { type RunningCommand, runningCommand } from './running-command.ts';
import { asked, guest } from './ssh-guest.ts';
import { testLab } from './test-team.ts';

const PORT = 22_669;
const OTHER_PORT = 22_670;
const CTRL_C = '\u0003';

/** Intent: a student comes in from their own machine, into their own lab and nowhere else. */
describe('lab gate', () => {
  const test = testLab('gate', '10.69');
  let gate: RunningCommand;
  let password = '';

  const openGate = async (port: number): Promise<RunningCommand> => {
    const listen = ['gate', '--listen', `127.0.0.1:${port}`];
    const command = runningCommand(listen, { LAB_PREFIX: test.prefix });
    await command.shows(/until Ctrl-C/);
    return command;
  };
  const team = (username = 'equipe3', port = PORT) => guest({ port, username, password });

  beforeAll(async () => {
    expect(await test.lab(['up', '--team', '3'])).toMatchObject({ code: 0, stderr: '' });
    gate = await openGate(PORT);
    const { stdout } = await test.lab(['sheet', '--team', '3']);
    password = /password, for all of these +(\S+)/.exec(stdout)?.[1] ?? '';
  });

  afterAll(async () => {
    await gate[Symbol.asyncDispose]();
    await test[Symbol.asyncDispose]();
  });

  it('lets a team in by the password of its sheet, as root in its own PBX', async () => {
    using student = await team();
    const command = 'read word; id -un; hostname; echo "heard $word"; echo trouble >&2; exit 7';
    expect(await student.run(command, 'hello\n')).toEqual({
      code: 7,
      out: 'root\nserveurAsterisk-equipe3\nheard hello\n',
      errors: 'trouble\n',
    });
  });

  it('lets nobody in by another name or password, and shuts out who goes on trying', async () => {
    const no = 'All configured authentication methods failed';
    const wrong = (username: string) => guest({ port: PORT, username, password: 'bcdf-bcdf-bcdf' });
    await expect(team('equipe4')).rejects.toThrow(no);
    await expect(team('root')).rejects.toThrow(no);
    await Promise.allSettled(Array.from({ length: 6 }, () => wrong('equipe5')));
    await gate.shows(/equipe5: too many wrong passwords, 127\.0\.0\.1 is shut out for \d+ s/);
    using student = await team();
    expect(await student.run('true')).toMatchObject({ code: 0 });
  });

  it('gives a shell or a command and nothing else', async () => {
    using student = await team();
    const { client } = student;
    const forward = asked((then) => client.forwardOut('127.0.0.1', 1, '127.0.0.1', 22, then));
    await expect(forward).rejects.toThrow('Channel open failure');
    const listen = asked<number>((then) => client.forwardIn('127.0.0.1', 0, then));
    await expect(listen).rejects.toThrow('Unable to bind');
    await expect(asked<ssh2.SFTPWrapper>((then) => client.sftp(then))).rejects.toThrow('sftp');
    const environment = { env: { BASH_ENV: '/x', WORD: 'y' } };
    const channel = await asked<ssh2.ClientChannel>((then) =>
      client.exec('echo "[$WORD$BASH_ENV$SSH_AUTH_SOCK]"', environment, then),
    );
    const [said] = await channel.setEncoding('utf8').take(1).toArray();
    expect(said).toBe('[]\n');
  });

  it('is a terminal of its size that Ctrl-C is for; a line that breaks ends what runs', async () => {
    {
      using student = await team();
      using other = await team('team3');
      const [screen, second] = [await student.terminal(), await other.terminal()];
      await screen.shows(/root@serveurAsterisk-equipe3:/);
      screen.resize(41, 123);
      screen.type('stty size\r');
      await screen.shows(/41 123/);
      screen.type('sleep 1000\r');
      await screen.shows(/sleep 1000/);
      const { stdout } = await test.lab(['status', '--team', '3']);
      expect(stdout).toMatch(/Team 3, by the gate: 2 \(PBX from 127\.0\.0\.1 since/);
      screen.type(CTRL_C);
      screen.type('echo status $?\r');
      await screen.shows(/status 130/);
      second.type('exit 4\r');
      expect(await second.ended).toBe(4);
      screen.type('sleep 1000\r');
      await screen.shows(/sleep 1000/);
    }
    expect(await strayOf(await engineView(), test.prefix)).toEqual([]);
  });

  it('has a telephone that dials, answers, sends digits and hangs up by its keys', async () => {
    using caller = await team('softphone1-team3');
    using called = await team('softphone2-equipe3');
    const [one, two] = [await caller.terminal(), await called.terminal()];
    await one.shows(/> 1 +3101 +registered/);
    await two.shows(/> 1 +3102 +inscrit/);
    one.type('d3102\r');
    await two.shows(/3101 appelle/);
    two.type('a');
    await one.shows(/in a call with 3102/);
    one.type('s12#\r');
    await one.shows(/sent 12#/);
    two.type('x');
    await one.shows(/the call with 3102 is over/);
    one.type('u3201\r');
    await one.shows(/> 1 +3201 +registered/);
    one.type('q');
    expect(await one.ended).toBe(0);
    two.type(CTRL_C);
    expect(await two.ended).toBe(0);
  });

  it('says what is wrong with where it is to listen', async () => {
    const taken = await test.lab(['gate', '--listen', `127.0.0.1:${PORT}`]);
    expect(taken).toMatchObject({ code: 3, stdout: '' });
    expect(taken.stderr).toContain(`lab gate --listen :${PORT + 1}`);
    expect((await test.lab(['gate', '--listen', 'here'])).code).toBe(2);
  });

  it('leaves no shell behind when it is killed, and is the same gate when it opens again', async () => {
    const killed = await openGate(OTHER_PORT);
    using student = await team('equipe3', OTHER_PORT);
    const screen = await student.terminal();
    await screen.shows(/equipe3:/);
    screen.type('sleep 1000\r');
    await screen.shows(/sleep 1000/);
    killed.send('SIGKILL');
    const { stdout } = await killed.ended;
    await using again = await openGate(OTHER_PORT);
    expect(await strayOf(await engineView(), test.prefix)).toEqual([]);
    again.send('SIGINT');
    const { stdout: words, code } = await again.ended;
    expect(code).toBe(0);
    const key = /SHA256:\S+/;
    expect(key.exec(words)?.[0]).toBe(key.exec(stdout)?.[0]);
  });

  it('shows somebody out when their team is taken down, and says so', async () => {
    using student = await team();
    using caller = await team('softphone1-team3');
    const [screen, phone] = [await student.terminal(), await caller.terminal()];
    await screen.shows(/equipe3:/);
    await phone.shows(/registered/);
    expect((await test.lab(['down', '--team', '3'])).code).toBe(0);
    await screen.shows(/équipe 3 a été arrêté ou remis à zéro/);
    await phone.shows(/server of team 3 was taken down or reset/);
    expect([await screen.ended, await phone.ended]).toEqual([129, 129]);
    using later = await team('team3');
    const refused = await later.run('true');
    expect(refused).toMatchObject({ code: 3 });
    expect(refused.errors).toContain('lab up --team 3');
  });
});
