import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../base/clock.ts';
import { pollUntil } from '../../../base/poll-until.ts';
import { installScript } from './install-script.ts';

let folder = '';
let policy = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-script-'));
  policy = join(folder, 'policy-rc.d');
  command('dpkg-query', '[ "$3" = "$INSTALLED" ] && printf installed');
  command('systemctl', `echo "$@" >>${folder}/systemctl.log`);
  command('apt-get', `echo "$@" >${folder}/apt.log; cp ${policy} ${folder}/during; echo done`);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Puts a command of ours before the machine's own. */
function command(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

function text(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

const PATH = () => `${folder}:/usr/sbin:/usr/bin:/sbin:/bin`;
const words = (...packages: string[]) => [
  '-c',
  installScript({ policy, lock: join(folder, 'lock') }),
  'lab-install',
  ...packages,
];

function run(env: Record<string, string> = {}) {
  const options = { env: { PATH: PATH(), ...env }, encoding: 'utf8' } as const;
  return spawnSync('sh', words('docker.io', 'iproute2'), options);
}

describe('the installation script', () => {
  it('hands the packages to apt, which may remove nothing', () => {
    expect(run()).toMatchObject({ status: 0, stdout: 'done\n' });
    expect(text('apt.log')).toContain('--no-install-recommends --no-remove --no-upgrade docker.io');
  });

  it('keeps services from starting while apt works, and only then', () => {
    run();
    expect(text('during')).toContain('exit 101');
    expect(existsSync(policy)).toBe(false);
  });

  it('puts the machine’s own policy back', () => {
    writeFileSync(policy, '#!/bin/sh\nexit 0\n');
    run();
    expect(text('during')).toContain('exit 101');
    expect(text('policy-rc.d')).toBe('#!/bin/sh\nexit 0\n');
  });

  it('puts the machine’s own policy back after a run that lost power', () => {
    writeFileSync(`${policy}.kept-by-lab`, 'the machine’s own');
    writeFileSync(policy, ownPolicy());
    run();
    expect(text('policy-rc.d')).toBe('the machine’s own');
  });

  it('passes on the failure of apt and restores the policy', () => {
    command('apt-get', 'echo broken >&2; exit 100');
    expect(run()).toMatchObject({ status: 100, stdout: 'broken\n' });
    expect(existsSync(policy)).toBe(false);
    expect(existsSync(join(folder, 'systemctl.log'))).toBe(false);
  });

  it('disables the services that it brought', () => {
    run();
    expect(text('systemctl.log').trim().split('\n')).toEqual([
      'disable --quiet docker.service',
      'disable --quiet docker.socket',
      'disable --quiet containerd.service',
    ]);
  });

  it('leaves the service of a Docker that was there before alone', () => {
    run({ INSTALLED: 'docker.io' });
    expect(text('systemctl.log')).toBe('disable --quiet containerd.service\n');
  });

  it('lets apt finish and restores the policy when whoever reads it dies', async () => {
    const go = join(folder, 'go');
    const loop = `while [ ! -e ${go} ]; do echo waiting; done; echo finished >${folder}/end`;
    command('apt-get', `echo begun; ${loop}`);
    const script = spawn('sh', words('docker.io'), {
      env: { PATH: PATH() },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(script.stdout, 'data');
    script.stdout.destroy();
    writeFileSync(go, '');
    const [status] = await once(script, 'exit');
    expect({ status, end: text('end') }).toEqual({ status: 0, end: 'finished\n' });
    expect(existsSync(policy)).toBe(false);
  });

  it('restores the policy when it is told to end', async () => {
    command('apt-get', 'echo begun; sleep 0.2');
    const script = spawn('sh', words('docker.io'), { env: { PATH: PATH() } });
    await once(script.stdout, 'data');
    script.kill('SIGTERM');
    await once(script, 'exit');
    const gone = async () => !existsSync(policy);
    const { met } = await pollUntil(gone, Boolean, { clock: systemClock, within: 2_000 });
    expect(met).toBe(true);
  });
});

/** The policy that the script itself writes. */
function ownPolicy(): string {
  const mark = /mark='(.*)'/.exec(installScript())?.[1];
  return `#!/bin/sh\n${mark}\nexit 101\n`;
}
