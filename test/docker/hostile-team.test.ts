import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import type { ClassStatus } from '../../orchestrator/model/status/class-status.ts';
import { type EngineView, engineView } from './engine-view.ts';
import { forgedFrames } from './forged-frames.ts';
import { archivesOf } from './left-behind.ts';
import { testLab } from './test-team.ts';

/** What would move, colour or rename something on a terminal. */
const ESCAPE = '\u001b';

/** Names and files that no honest team makes, in its configuration and its home. */
const ODD_FILES = String.raw`cd /etc/asterisk
mkfifo pipe.conf
ln -s /etc/shadow shadow.conf; ln -s /dev/zero zero.conf; ln -s ../../../../../etc/hostname up.conf
echo accented >été.conf
printf x >"$(printf 'a\033]0;owned\007\nb.conf')"
printf one >"$(printf '/root/r\351ponse.txt')"; printf two >"$(printf '/root/r\350ponse.txt')"
cp /bin/sh /root/sh; chmod 6755 /root/sh
long=$(printf 'd%.0s' $(seq 200)); mkdir -p /root/$long/$long/$long; echo deep >/root/$long/$long/$long/$long
printf '\033]0;owned\007\033[2J\r\n' >>/var/log/asterisk/messages`;

/** Says of Asterisk what a teacher would like to read, while there is none. */
const LIAR = `cat >/root/liar <<'END'
#!/bin/sh
printf 'Name/username Host Dyn\\n3101/u 10.73.3.11 D\\n3102/u 10.73.3.12 D\\n3201/u 10.73.3.11 D\\n3202/u 10.73.3.12 D\\n'
END
asterisk -rx 'core stop now'; install -m 755 /root/liar /usr/sbin/asterisk.new && mv /usr/sbin/asterisk.new /usr/sbin/asterisk`;

/** Names that no listing by lines survives, a time that nobody can have, and a look that never ends. */
const BLINDED = String.raw`cd /etc/asterisk; rm .lab-seeded
touch "$(printf 'a\nb.conf')" "$(printf 'x\n99999999999999 1 y')"; touch -d 1900-01-01 old.conf`;
const PERL = '/usr/bin/perl';

/** Calls of the kernel that go round the tools: keyctl, bpf, init_module, ptrace of 1, reboot, mount by number. */
const KERNEL = `for call in "250, 0, -3, 0" "321, 0, 0, 0" "175, 0, 0, 0" "169, 0, 0, 0" "165, 0, 0, 0"; do
  perl -e 'exit(syscall(eval $_) == -1 ? 0 : 1) for "x"; ' >/dev/null
  perl -e "print syscall($call) == -1 ? qq{refused\\n} : qq{done\\n}"
done
for file in /proc/sysrq-trigger /proc/sys/kernel/core_pattern /sys/kernel/mm/ksm/run; do
  (echo 0 >$file) 2>/dev/null && echo "wrote $file"
done
unshare --user true 2>/dev/null && echo unshared
ls /proc | grep -c '^[0-9]' >/dev/null; cat /proc/1/comm`;

/** Intent: a student who is root in the PBX harms nobody but the own team, and not for longer than a reset. */
describe('a team that means no good', () => {
  const test = testLab('hostile', '10.73');
  const [pbx, neighbour] = [`${test.prefix}-3-pbx`, `${test.prefix}-4-pbx`];
  let engine: EngineView;

  const asRoot = (script: string) => engine.run(pbx, script);
  const reset = () => test.lab(['reset', '--team', '3', '--yes']);
  const stateOf = async (team: number) => {
    const { stdout } = await test.lab(['status', '--team', String(team), '--json']);
    const { teams } = JSON.parse(stdout) as {
      readonly teams: readonly { readonly pbx: { readonly state: string } }[];
    };
    return teams[0]?.pbx.state;
  };

  beforeAll(async () => {
    engine = await engineView();
    expect(await test.lab(['up', '--team', '3,4'])).toMatchObject({ code: 0, stderr: '' });
  });

  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    for (const file of archivesOf(test.prefix)) rmSync(file);
  });

  it('blinds who looks: the class is told all the same, and soon', async () => {
    const told = async () => {
      const begun = performance.now();
      const { stdout } = await test.lab(['status', '--team', '3,4', '--json']);
      expect(performance.now() - begun).toBeLessThan(15_000);
      return (JSON.parse(stdout) as ClassStatus).teams.map(({ pbx, calls }) => [pbx.state, calls]);
    };
    await asRoot(BLINDED);
    expect(await told()).toEqual([
      ['in-service', 0],
      ['in-service', 0],
    ]);
    await asRoot(
      `mv ${PERL} ${PERL}.real; printf '#!/bin/sh\nexec sleep 600\n' >${PERL}; chmod 755 ${PERL}`,
    );
    expect(await told()).toEqual([
      ['in-service', null],
      ['in-service', 0],
    ]);
    const check = await test.lab(['check', '--team', '3', '--quick']);
    await asRoot(`mv ${PERL}.real ${PERL}; kill $(pidof sleep)`);
    expect(check.code, check.stdout).toBe(0);
  });

  it('forges frames that reach its own stations, and no other team', async () => {
    const station = `${test.prefix}-3-softphone1`;
    const neighbours = `${test.prefix}-4-softphone1`;
    const heard = () => engine.run(neighbours, 'cat /proc/net/arp');
    const before = await heard();
    const listening = engine.run(neighbour, 'timeout 4 tcpdump -e -nn -i eth0 2>&1; true');
    // As the neighbour's server, as the gateway, and as the own second station.
    for (const address of ['10.73.4.200', '10.73.4.11', '10.73.3.254', '10.73.3.12']) {
      expect(await asRoot(forgedFrames(address))).toBe('sent\n');
    }
    expect(await engine.run(station, 'cat /proc/net/arp')).toContain('02:00:00:00:66:66');
    expect(await heard()).toBe(before);
    expect(await listening).not.toMatch(/66:66|10\.84\.3\./);
  });

  it('is refused the kernel’s other doors', async () => {
    const said = await asRoot(KERNEL);
    expect(said).toBe(`${'refused\n'.repeat(5)}tini\n`);
  });

  it('gets no further with System() in its dial plan', async () => {
    const out = '/var/spool/asterisk/voicemail/out';
    const tries = '10.73.4.200 10.73.3.254 198.19.0.1 1.1.1.1';
    await asRoot(`cat >/usr/local/bin/try <<'END'
#!/bin/bash
{ id -un; for a in ${tries}; do timeout 1 bash -c "</dev/tcp/$a/5060" 2>/dev/null && echo "reached $a"; done; echo end; } >${out}
END
chmod 755 /usr/local/bin/try
printf '[finance](+)\\nexten => 666,1,System(/usr/local/bin/try)\\n' >>/etc/asterisk/extensions.conf
asterisk -rx 'dialplan reload'`);
    expect(await test.lab(['phone', '--team', '3', '3101', 'dial', '666'])).toMatchObject({
      stderr: '',
    });
    await asRoot(
      `for i in $(seq 80); do grep -q end ${out} 2>/dev/null && break; sleep 0.1; done; asterisk -rx 'channel request hangup all'`,
    );
    expect(await asRoot(`cat ${out}`)).toBe('asterisk\nend\n');
  });

  it('forks without end: its phones answer, the neighbour’s checks pass, reset puts it right', async () => {
    await asRoot(`nohup perl -e 'while (1) { fork }' >/dev/null 2>&1 & sleep 1`);
    const phone = await test.lab(['phone', '--team', '3', '3101', 'status']);
    expect(phone.code, phone.stderr).toBe(0);
    const check = await test.lab(['check', '--team', '4', '--quick']);
    expect(check, check.stdout).toMatchObject({ code: 0, stderr: '' });
    const done = await reset();
    expect(done, done.stdout).toMatchObject({ code: 0 });
    expect(await stateOf(3)).toBe('in-service');
  });

  it('fills its memory, and only what fills it is ended', async () => {
    const eaten = await asRoot(`perl -e 'push @all, "a" x 10_000_000 while 1'; echo "status $?"`);
    expect(eaten).toContain('status 137');
    const shm = await asRoot(
      'head -c 100m /dev/zero >/dev/shm/all; wc -c </dev/shm/all; rm /dev/shm/all',
    );
    expect(shm).toMatch(/^67108864$/m);
    expect([await stateOf(3), await stateOf(4)]).toEqual(['in-service', 'in-service']);
  });

  it('can’t make one huge file, nor a huge log of the engine’s', async () => {
    const said = await asRoot('truncate -s 10G /root/sparse; ulimit -f unlimited; ulimit -f');
    expect(said).toMatch(/not permitted/);
    expect(await asRoot('wc -c </root/sparse; rm /root/sparse')).toBe('0\n');
    const { HostConfig } = await engine.client.getContainer(pbx).inspect();
    expect(HostConfig.LogConfig?.Config).toEqual({ 'max-file': '2', 'max-size': '5m' });
  });

  it('makes more than can be archived: reset says where and touches nothing, and goes on once it is away', async () => {
    await asRoot('for i in 1 2 3; do truncate -s 500M /root/big$i; done; echo work >/root/notes');
    const before = archivesOf(test.prefix);
    const refused = await reset();
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(
      /more than can be copied .*: it was too much at root\/big\d \(500 MB\)/,
    );
    expect(refused.stderr).toContain('→ lab shell --team 3, then: du -xah');
    expect(archivesOf(test.prefix)).toEqual(before);
    expect(await asRoot('cat /root/notes; rm /root/big*')).toBe('work\n');
  });

  it('leaves pipes, links, odd names and root’s programs: all is archived, as what it is', async () => {
    await asRoot(ODD_FILES);
    const logs = await test.lab(['logs', '--team', '3']);
    expect(logs.stdout).toContain(String.raw`\u001b]0;owned\u0007\u001b[2J`);
    const done = await reset();
    expect(done, done.stderr).toMatchObject({ code: 0 });
    expect(logs.stdout + logs.stderr + done.stdout + done.stderr).not.toContain(ESCAPE);
    const [, archive = ''] = /^Archived: (.*)$/m.exec(done.stdout) ?? [];
    const { stdout: listed } = await shell(process.env).run('tar', ['-tvzf', archive], {
      env: { LC_ALL: 'C.UTF-8' },
    });
    for (const entry of [
      /^p.* etc\/asterisk\/pipe.conf$/m,
      /^l.* etc\/asterisk\/shadow.conf -> \/etc\/shadow$/m,
      /^-.* etc\/asterisk\/été.conf$/m,
      /^-.* root\/r\ufffdponse.txt$/m,
      /^-.* root\/r\ufffdponse.txt~2$/m,
      /^-rwxr-xr-x .* root\/sh$/m,
      /\/d{200}$/m,
    ]) {
      expect(listed).toMatch(entry);
    }
  });

  it('puts a liar in Asterisk’s place: the checks are not taken in, reset brings it back', async () => {
    const genuine = await asRoot('md5sum </usr/sbin/asterisk');
    await asRoot(LIAR);
    const check = await test.lab(['check', '--team', '3', '--quick']);
    expect(check.code, check.stdout).toBe(1);
    expect(await reset()).toMatchObject({ code: 0 });
    expect(await asRoot('md5sum </usr/sbin/asterisk')).toBe(genuine);
    expect(await stateOf(3)).toBe('in-service');
  });
});
