import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineView } from './engine-view.ts';
import { testLab } from './test-team.ts';

/**
 * Intent: students install Asterisk themselves, without any network, on a server that behaves as on
 * the sheet; what they did is seen from outside the server.
 */
describe('a team whose server is bare', { timeout: 600_000 }, () => {
  const test = testLab('bare', '10.66');
  const shell = (input: string) =>
    test.lab(['shell', '--team', '3'], { input: `${input}\n`, within: 120_000 });
  const serverChecks = async () => {
    const words = ['grade', '--team', '3', '--base', test.base, '--json'];
    const { stdout } = await test.lab(words, { within: 600_000 });
    const { results } = JSON.parse(stdout) as { readonly results: readonly Result[] };
    const [result] = results;
    const told = (result?.checks ?? []).map(({ id, verdict, code }) => [id, `${verdict} ${code}`]);
    const clean = (result?.checks ?? []).find(({ id }) => id === 'pbx.clean')?.evidence;
    // In a room, the exchange has a name of twelve random digits that nobody knows.
    const isNews = ({ text, origin }: LogLine) =>
      origin !== 'usual' && !/(?:'|")[0-9a-f]{12}(?:'|")/.test(text);
    const news = clean?.lines.filter(isNews).map(({ text }) => text);
    return { points: result?.points, ...Object.fromEntries(told), news };
  };

  beforeAll(async () => {
    const up = await test.lab(['up', '--team', '3', '--stage', 'bare'], { within: 300_000 });
    expect({ code: up.code, stderr: up.stderr }).toEqual({ code: 0, stderr: '' });
    expect(up.stdout).toContain('apt-get install asterisk');
  }, 300_000);

  afterAll(() => test[Symbol.asyncDispose]());

  it('has no Asterisk, and every verb says so', async () => {
    const { stdout } = await shell('which asterisk; dpkg -l | grep asterisk; ls /etc/asterisk');
    expect(stdout).toBe('');
    expect((await test.lab(['status', '--team', '3'])).stdout).toContain(
      'Asterisk is not installed',
    );
    const { stdout: checked, code } = await test.lab(['check', '--team', '3']);
    expect(code).toBe(1);
    expect(checked).toContain('✗ pbx.boots  Asterisk is not installed on the server');
    expect(checked).toContain('→ lab shell, then: apt-get install asterisk');
  });

  it('gets no point for what it has not done', async () => {
    expect(await serverChecks()).toMatchObject({
      points: 0,
      'server.installed': 'fail asterisk-not-installed',
      'server.console': expect.stringMatching(/^(?:fail|skipped) /),
    });
  });

  it('updates and installs without a network, and Asterisk runs at once', async () => {
    const { stdout } = await shell(
      'apt-get update >/tmp/update 2>&1 && echo updated; grep -c "^[WE]:" /tmp/update; apt-get install -y asterisk >/dev/null 2>&1 && echo installed; pbx-ready && service asterisk status; diff -r /etc/asterisk /usr/share/lab/pristine/etc/asterisk',
    );
    expect(stdout.split('\n')).toEqual([
      'updated',
      '0',
      'installed',
      'Asterisk PBX is running.',
      'Only in /etc/asterisk: .lab-seeded',
    ]);
  });

  it('stops, starts and restarts Asterisk as on the sheet, and asks its console', async () => {
    const { stdout } = await shell(
      'service asterisk stop; service asterisk status; service asterisk start; service asterisk restart; pbx-ready; service asterisk status',
    );
    expect(stdout).toMatch(/is not running[\s\S]*Stopping[\s\S]*Starting[\s\S]*is running\.$/);
    const commands = ['core show version', 'sip show users', 'sip show peers', 'dialplan show'];
    const console = await test.lab(['console', '--team', '3'], { input: commands.join('\n') });
    expect(console.stdout).toContain('Asterisk 16.28');
    expect(console.stdout).not.toMatch(/No such command/);
  });

  it('is a working exchange once it is configured', async () => {
    const rendered = await test.lab(['render', '--team', '3', '--json']);
    const { teams } = JSON.parse(rendered.stdout) as Rendered;
    const write = (teams[0]?.files ?? []).map(
      ({ path, text }) => `cat >${path} <<'END OF FILE'\n${text}\nEND OF FILE`,
    );
    const { stdout } = await shell(
      [...write, 'service asterisk restart >/dev/null; pbx-ready && echo ready'].join('\n'),
    );
    expect(stdout).toBe('ready');
    const { stdout: checked, code } = await test.lab(['check', '--team', '3', '--quick']);
    expect({ checked, code }).toMatchObject({ code: 0 });
    expect(await serverChecks()).toMatchObject({
      'server.installed': 'pass server-installed',
      'server.console': 'pass console-answers',
      'pbx.clean': 'pass log-clean',
      // What the solution draws is in labs/activity-1/usual-log.txt.
      news: [],
    });
  });

  it('is seen through when the program is not the package’s, and what runs there has no say', async () => {
    await shell('mv /usr/sbin/asterisk /tmp/own; echo "#!/bin/sh" >/usr/sbin/asterisk');
    expect(await serverChecks()).toMatchObject({ 'server.installed': 'fail program-changed' });
    await shell('mv /tmp/own /usr/sbin/asterisk; service asterisk restart; pbx-ready');
  });

  it('keeps Asterisk when it is stopped and started', async () => {
    const { client } = await engineView();
    await client.getContainer(`${test.prefix}-3-pbx`).restart();
    const { stdout } = await shell('pbx-ready && service asterisk status');
    expect(stdout).toContain('is running');
  });

  it('is bare again as a new container, and finds its files when Asterisk is installed again', async () => {
    expect(await test.lab(['down', '--team', '3'])).toMatchObject({ code: 0 });
    expect(await serverChecks()).toMatchObject({ 'server.installed': 'skipped not-handed-in' });
    const up = await test.lab(['up', '--team', '3']);
    expect(up.stdout).toContain('Asterisk is not installed');
    const { stdout } = await shell(
      'which asterisk; apt-get install -y asterisk >/dev/null 2>&1 </dev/null; pbx-ready && grep -c "^.31" /etc/asterisk/users.conf',
    );
    expect(stdout).toBe('2');
    expect(await test.lab(['check', '--team', '3', '--quick'])).toMatchObject({ code: 0 });
  });
});

interface Rendered {
  readonly teams: readonly {
    readonly files: readonly { readonly path: string; readonly text: string }[];
  }[];
}

interface Result {
  readonly points: number | null;
  readonly checks: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly code: string;
    readonly evidence: { readonly lines: readonly LogLine[] } | null;
  }[];
}

interface LogLine {
  readonly text: string;
  readonly origin: string;
}
