import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { pollUntil } from '../../orchestrator/base/poll-until.ts';
import { type EngineView, engineView } from './engine-view.ts';
import { pseudoTerminal } from './pseudo-terminal.ts';
import { testLab } from './test-team.ts';

/** What Asterisk says at each start and nobody can mend: its own modules' age, and the sheet's own file. */
const KNOWN = [
  /Module 'chan_sip' has been loaded but will be deprecated/,
  /Module 'app_macro' has been loaded but was deprecated/,
  /maxsilence should be less than minsecs/,
];

/** The files that the sheet names, and what a student expects to read in Debian's own. */
const STOCK = {
  'sip.conf': '; SIP Configuration example for Asterisk',
  'users.conf': '; User configuration',
  'voicemail.conf': '; Voicemail Configuration',
  'extensions.conf': '; extensions.conf - the Asterisk dial plan',
};

/** Intent: whoever follows documents 1 to 4 of the course sheet sees what is printed there. */
describe('the course sheet at a server with the solution', () => {
  const test = testLab('sheet', '10.84');
  const pbx = `${test.prefix}-3-pbx`;
  let engine: EngineView;

  const shell = async (script: string) => (await engine.run(pbx, script)).trimEnd();
  const console = async (...commands: string[]) =>
    (await test.lab(['console', '--team', '3'], { input: commands.join('\n') })).stdout;
  const ready = () => engine.run(pbx, 'pbx-ready && echo booted');

  beforeAll(async () => {
    engine = await engineView();
    expect(await test.lab(['up', '--team', '3'])).toMatchObject({ code: 0, stderr: '' });
  });

  afterAll(() => test[Symbol.asyncDispose]());

  it('names the machines as on the sheet', async () => {
    expect(await shell('hostname')).toBe('serveurAsterisk-equipe3');
    for (const station of ['softphone1', 'softphone2']) {
      expect(await engine.run(`${test.prefix}-3-${station}`, 'hostname')).toBe(
        `${station}-equipe3\n`,
      );
    }
  });

  it('shows Asterisk in ps and its SIP port in netstat (D1.1)', async () => {
    expect(await shell('ps -ef | grep asterisk')).toMatch(
      /^asterisk +\d+ +\d+ .* \/usr\/sbin\/asterisk -p -U asterisk$/m,
    );
    expect(await shell('netstat -lnptu')).toMatch(
      /^udp +\d+ +\d+ 0\.0\.0\.0:5060 +0\.0\.0\.0:\* +\d+\/asterisk/m,
    );
  });

  it('answers every console command of D1.2 in a real console', async () => {
    await using screen = pseudoTerminal(['shell', '--team', '3'], {
      rows: 50,
      columns: 160,
      environment: { LAB_PREFIX: test.prefix },
    });
    await screen.shows('root@serveurAsterisk-equipe3:');
    screen.type('asterisk -rvvvv\r');
    await screen.shows('Connected to Asterisk 16.28');
    await screen.shows('serveurAsterisk-equipe3*CLI>');
    screen.type('sip show users\r');
    await screen.shows(/Username +Secret +Accountcode +Def\.Context/);
    await screen.shows(/3\d\d\d +password +(finance|compta) /);
    screen.type('sip show peers\r');
    await screen.shows(/3101\/u3101 +10\.84\.3\.11 +D/);
    await screen.shows(/4 sip peers/);
    screen.type('dialplan show\r');
    await screen.shows(/'_31XX' => +1\. DIAL\(SIP\/\$\{EXTEN\},20\)/);
    screen.type('iax show stats\r');
    await screen.shows('IAX Statistics');
    screen.type('reload\r');
    await screen.shows(/Reloading SIP/);
    screen.type('exit\r');
    await screen.shows('root@serveurAsterisk-equipe3:');
    screen.type('exit\r');
    expect(await screen.ended()).toBe(0);
  });

  it('lists the users, the peers and the dial plan of the sheet', async () => {
    const said = await console('sip show users', 'sip show peers', 'dialplan show');
    for (const [number, context] of [
      ['3101', 'finance'],
      ['3102', 'finance'],
      ['3201', 'compta'],
      ['3202', 'compta'],
    ]) {
      expect(said).toMatch(new RegExp(`^${number} +password +${context} `, 'm'));
    }
    for (const [number, address] of [
      ['3101', '10\\.84\\.3\\.11'],
      ['3102', '10\\.84\\.3\\.12'],
    ]) {
      expect(said).toMatch(new RegExp(`^${number}/u${number} +${address} +D `, 'm'));
    }
    for (const [digits, context] of [
      ['31', 'finance'],
      ['32', 'compta'],
    ]) {
      expect(said).toContain(`Context '${context}' created by 'pbx_config'`);
      expect(said).toMatch(new RegExp(`'_${digits}XX' => +1\\. DIAL\\(SIP/\\$\\{EXTEN\\},20\\)`));
      expect(said).toContain(`Voicemail(\${EXTEN}@${context})`);
      expect(said).toMatch(new RegExp(`'${digits}99' => +1\\. Answer\\(\\)`));
    }
  });

  it('restarts five times in a row, each time with another process', async () => {
    const restart =
      'service asterisk restart && service asterisk status && cat /run/asterisk/asterisk.pid\n';
    const said = await shell(restart.repeat(5));
    expect(said.match(/Asterisk PBX is running\./g)).toHaveLength(5);
    expect(new Set(said.match(/^\d+$/gm)).size).toBe(5);
    expect(await ready()).toBe('booted\n');
  });

  it('stops and starts, says which it is, and the server itself stays up', async () => {
    const stopped = await shell('service asterisk stop; service asterisk status; echo status $?');
    expect(stopped).toMatch(/Stopping Asterisk PBX: asterisk\.\n.*not running.*\nstatus 3/i);
    expect(await shell('ps -ef | grep [s]bin/asterisk; hostname')).toBe('serveurAsterisk-equipe3');
    const refused = await test.lab(['console', '--team', '3'], { input: 'sip show users' });
    expect(refused.code).toBe(1);
    expect(refused.stdout + refused.stderr).toContain('Unable to connect to remote asterisk');
    const started = await shell('service asterisk start; service asterisk status');
    expect(started).toMatch(/Starting Asterisk PBX: asterisk\.\nAsterisk PBX is running\./);
    expect(await ready()).toBe('booted\n');
  });

  it('starts with the few modules it needs and without any trouble but the known', async () => {
    await engine.run(pbx, ': > /var/log/asterisk/messages');
    await shell('service asterisk restart');
    expect(await ready()).toBe('booted\n');
    const modules = Number(/(\d+) modules loaded/.exec(await console('module show'))?.[1]);
    expect(modules).toBeGreaterThan(80);
    expect(modules).toBeLessThan(120);
    const log = await engine.run(pbx, 'cat /var/log/asterisk/messages');
    expect(log).toContain('Asterisk 16.28');
    const trouble = log.split('\n').filter((line) => /(WARNING|ERROR)\[/.test(line));
    expect(trouble.filter((line) => !KNOWN.some((known) => known.test(line)))).toEqual([]);
  });

  it('has the editor, the SIP viewer, and both voices', async () => {
    expect(await shell('nano --version; sngrep -V')).toMatch(/GNU nano.*sngrep/s);
    const said = await shell(
      'cd /usr/share/asterisk/sounds; ls en/beep.gsm en/vm-intro.gsm fr/beep.gsm fr/vm-intro.gsm',
    );
    expect(said.split('\n')).toEqual([
      'en/beep.gsm',
      'en/vm-intro.gsm',
      'fr/beep.gsm',
      'fr/vm-intro.gsm',
    ]);
  });

  it('keeps the files of the students when the container restarts, and Asterisk comes back', async () => {
    await shell("echo '; by team 3' >> /etc/asterisk/extensions.conf; echo note > /root/note");
    await engine.client.getContainer(pbx).restart({ t: 5 });
    expect(await ready()).toBe('booted\n');
    expect(await shell('tail -n 1 /etc/asterisk/extensions.conf; cat /root/note')).toBe(
      '; by team 3\nnote',
    );
    expect(await console('dialplan show finance')).toContain('_31XX');
  });
});

/** Intent: a class begins where the sheet begins, with Asterisk as Debian installs it. */
describe('the course sheet at a server where nothing is configured', () => {
  const test = testLab('sheet-start', '10.85');
  let engine: EngineView;

  const shell = async (script: string) =>
    (await engine.run(`${test.prefix}-3-pbx`, script)).trimEnd();

  beforeAll(async () => {
    engine = await engineView();
    const up = await test.lab(['up', '--team', '3', '--stage', 'start']);
    expect(up).toMatchObject({ code: 0, stderr: '' });
  });

  afterAll(() => test[Symbol.asyncDispose]());

  it('has the stock files with their examples, to be backed up and emptied as in D2.1', async () => {
    for (const [file, title] of Object.entries(STOCK)) {
      expect(await shell(`cat /etc/asterisk/${file}`)).toContain(title);
    }
    const steps = [
      'cd /etc/asterisk',
      'cp users.conf users.conf.sauve',
      'echo " " > users.conf',
      'mv voicemail.conf voicemail.conf.sauve',
      'touch voicemail.conf',
      'wc -l < users.conf; wc -c < voicemail.conf',
      'grep -c "^;" users.conf.sauve voicemail.conf.sauve',
    ];
    const [users, voicemail, ...saved] = (await shell(steps.join('\n'))).split('\n');
    expect([users, voicemail]).toEqual(['1', '0']);
    expect(saved).toEqual([
      expect.stringMatching(/^users\.conf\.sauve:[1-9]/),
      expect.stringMatching(/^voicemail\.conf\.sauve:[1-9]/),
    ]);
  });

  it('answers the commands of Q1.2 with empty lists', async () => {
    const commands = 'sip show users\nsip show peers\ndialplan show finance\niax show stats';
    const { code, stdout } = await test.lab(['console', '--team', '3'], { input: commands });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Username +Secret/m);
    expect(stdout).not.toMatch(/^3\d\d\d/m);
    expect(stdout).toMatch(/^0 sip peers/m);
    expect(stdout).toContain("There is no existence of 'finance' context");
    expect(stdout).toContain('IAX Statistics');
  });

  it('takes the first account a student writes, at reload, and a softphone registers with it', async () => {
    const account = [
      '[template](!)\\ntype = friend\\nhost = dynamic\\n',
      '[3101](template)\\nhassip = yes\\nusername = u3101\\nsecret = motdepasse\\ncontext = finance\\n',
    ];
    await shell(`printf '${account.join('')}' > /etc/asterisk/users.conf`);
    const listed = await test.lab(['console', '--team', '3'], { input: 'reload\n' });
    expect(listed.code).toBe(0);
    const look = async () =>
      (await test.lab(['console', '--team', '3'], { input: 'sip show users' })).stdout;
    const { seen } = await pollUntil(look, (text) => text.includes('motdepasse'), {
      clock: systemClock,
      within: 10_000,
    });
    expect(seen).toMatch(/^3101 +motdepasse +finance/m);
    const use = ['phone', '--team', '3', 'softphone1', 'use', '3101', 'motdepasse'];
    expect(await test.lab(use)).toMatchObject({ code: 0 });
    expect(await engine.run(`${test.prefix}-3-pbx`, "asterisk -rx 'sip show peers'")).toMatch(
      /^3101\/3101 +10\.85\.3\.11|^3101\/u3101 +10\.85\.3\.11/m,
    );
  });
});
