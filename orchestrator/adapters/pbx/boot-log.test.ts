import { describe, expect, it } from 'vitest';
import { askConsole, parseBootLog } from './boot-log.ts';

const BOOT = (thread: number, ...more: readonly string[]) =>
  [
    '[Nov 24 23:07:31] Asterisk 16.28.0~dfsg-0+deb11u4 built by nobody @ buildd.debian.org on 2024',
    `[Nov 24 23:07:31] NOTICE[${thread}] loader.c: 97 modules will be loaded.`,
    `[Nov 24 23:07:31] WARNING[${thread}] config.c: No '=' in line 16 of /etc/asterisk/users.conf`,
    ...more,
    '',
  ].join('\n');
const LINE = "WARNING config.c: No '=' in line 16 of /etc/asterisk/users.conf";

describe('what Asterisk complained of when it booted', () => {
  it('is each error and warning once, without time and thread', () => {
    const again =
      "[Nov 24 23:07:32] WARNING[20] config.c: No '=' in line 16 of /etc/asterisk/users.conf";
    const error = '[Nov 24 23:07:32] ERROR[20] chan_sip.c: Contents of users.conf are invalid';
    expect(parseBootLog(BOOT(20, again, error))).toEqual({
      begun: true,
      lines: [LINE, 'ERROR chan_sip.c: Contents of users.conf are invalid'],
    });
  });

  it('leaves out what phones drew afterwards', () => {
    const call = "[Nov 24 23:08:01] WARNING[311][C-00000001] pbx.c: No application 'Dail'";
    const phone = "[Nov 24 23:08:02] ERROR[40] chan_sip.c: wrong password for '3101'";
    expect(parseBootLog(BOOT(20, call, phone)).lines).toEqual([LINE]);
  });

  it('is that of the last start', () => {
    const log = `${BOOT(20, '[Nov 24 23:07:31] ERROR[20] old.c: mended since')}${BOOT(77)}`;
    expect(parseBootLog(log).lines).toEqual([LINE]);
  });

  it('is unknown in a log that shows no start', () => {
    expect(parseBootLog('')).toEqual({ begun: false, lines: [] });
    expect(parseBootLog('[Nov 24 23:07:31] WARNING[20] a.c: b')).toEqual({
      begun: false,
      lines: [],
    });
  });
});

describe('a command at the console', () => {
  const said = (stdout: string, code = 0) =>
    askConsole(async () => ({ code, stdout, stderr: '' }), 'sip show users');

  it('is known when something comes back, whatever it lists', async () => {
    expect(await said('Username  Secret\n')).toEqual({
      ...{ command: 'sip show users', said: 'Username  Secret', known: true },
    });
  });

  it.each([
    ["No such command 'sip show users' (type 'core show help' for others)\n", 0],
    ['Unable to connect to remote asterisk (does /var/run/asterisk/asterisk.ctl exist?)\n', 1],
    ['', 0],
  ])('is unknown when the console says so, or says nothing: %o', async (stdout, code) => {
    expect((await said(stdout, code)).known).toBe(false);
  });
});
