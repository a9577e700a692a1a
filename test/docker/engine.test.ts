import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineStatus } from '../../orchestrator/adapters/engine/embedded/engine-status.ts';
import { livingProcesses } from '../../orchestrator/adapters/engine/embedded/processes.ts';
import { startEngine } from '../../orchestrator/adapters/engine/embedded/start-engine.ts';
import {
  purgeEngine,
  stopEngine,
} from '../../orchestrator/adapters/engine/embedded/stop-engine.ts';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';
import {
  ask,
  hostNetwork,
  type PrivateEngine,
  privateEngine,
  processesOf,
  remainsOf,
} from './private-engine.ts';

const asRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** Intent: whatever happens to the embedded engine, `start` brings it back and `stop` leaves nothing. */
describe.runIf(asRoot)('the embedded engine', () => {
  let engine: PrivateEngine;
  let foreign: ReturnType<typeof spawn>;
  let networkBefore = '';

  const start = () => startEngine(engine.paths, engine.tools);
  const stop = () => stopEngine(engine.paths, engine.tools);
  const status = () => engineStatus(engine.paths, engine.tools);
  const living = () => livingProcesses(engine.paths);
  const daemonPid = async () => (await status()).pid ?? 0;

  beforeAll(async () => {
    engine = privateEngine();
    networkBefore = await hostNetwork(engine);
    // Somebody else's process, which must survive whatever the pid files say of it.
    foreign = spawn('sleep', ['3600'], { stdio: 'ignore' });
  });

  afterAll(async () => {
    foreign.kill();
    await engine.remove();
  });

  it('is absent before its first start, and stopping it then does no harm', async () => {
    expect(await status()).toMatchObject({ state: 'absent' });
    expect(await stop()).toBe('was-not-running');
  });

  it('starts, answers and tells its version', async () => {
    expect(await start()).toBe('started');
    expect(await status()).toMatchObject({
      state: 'running',
      version: expect.stringMatching(/^\d+\.\d+/),
      dataSize: expect.any(Number),
    });
    await importImage(engine);
  });

  it('has no way out, and no address that a team or a school would use', async () => {
    const inside = [`--net=${engine.paths.namespaceFile}`, 'ip'];
    const { stdout: routes } = await engine.run('nsenter', [...inside, 'route']);
    const { stdout: addresses } = await engine.run('nsenter', [
      ...inside,
      '-brief',
      '-4',
      'address',
    ]);
    expect(routes).not.toContain('default');
    expect(addresses.match(/\d+\.\d+\.\d+\.\d+/g)).toEqual(['127.0.0.1', '198.19.0.1']);
    const network = await ask<{ Id: string }>(engine, 'POST', '/networks/create', { Name: 'n' });
    const { IPAM } = await ask<Network>(engine, 'GET', `/networks/${network.Id}`);
    expect(IPAM.Config[0]?.Subnet).toBe('198.19.1.0/24');
    await ask(engine, 'DELETE', `/networks/${network.Id}`);
  });

  it('is left alone by a second start', async () => {
    const before = await daemonPid();
    expect(await start()).toBe('already-running');
    expect(await daemonPid()).toBe(before);
  });

  it('is started only once by two starts at the same time', async () => {
    await stop();
    expect((await Promise.all([start(), start()])).sort()).toEqual(['already-running', 'started']);
    expect((await living()).daemon).toHaveLength(1);
  });

  it('gets its containers back after its daemon was killed', async () => {
    const container = await runContainer(engine, 'survivor');
    process.kill(await daemonPid(), 'SIGKILL');
    expect(await start()).toBe('started');
    expect(await stateOf(engine, 'survivor')).toEqual(container);
  });

  it('gets its containers back after daemon and containerd were both killed', async () => {
    const before = await stateOf(engine, 'survivor');
    const { daemon, containerd } = await living();
    for (const pid of [...daemon, ...containerd]) process.kill(pid, 'SIGKILL');
    expect(await start()).toBe('started');
    expect(await stateOf(engine, 'survivor')).toEqual(before);
    expect((await living()).containerd).toHaveLength(1);
  });

  it('is replaced when it lives but does not answer, and keeps its containers', async () => {
    const before = await stateOf(engine, 'survivor');
    const frozen = await daemonPid();
    process.kill(frozen, 'SIGSTOP');
    expect(await status()).toMatchObject({ state: 'broken', pid: frozen });
    expect(await start()).toBe('restarted');
    expect(await daemonPid()).not.toBe(frozen);
    expect(await stateOf(engine, 'survivor')).toEqual(before);
  });

  it('leaves nothing behind when it is stopped with a container running', async () => {
    const before = (await remainsOf(engine)).join('\n');
    for (const part of [/^process /m, /^overlay /m, /^nsfs /m, /^\/sys\/fs\/cgroup\//m]) {
      expect(before).toMatch(part);
    }
    expect(await stop()).toBe('stopped');
    expect(await remainsOf(engine)).toEqual([]);
    expect(await hostNetwork(engine)).toBe(networkBefore);
    expect(await status()).toMatchObject({ state: 'stopped' });
  });

  it('can be stopped when it already is', async () => {
    expect(await stop()).toBe('was-not-running');
  });

  it('starts in spite of pid files that name a process of somebody else', async () => {
    writeFileSync(engine.paths.pidFile, String(foreign.pid));
    mkdirSync(`${engine.paths.exec}/containerd`, { recursive: true });
    writeFileSync(`${engine.paths.exec}/containerd/containerd.pid`, String(foreign.pid));
    expect(await start()).toBe('started');
    expect(isAlive(foreign.pid)).toBe(true);
  });

  it('comes back after a power cut, with what it held', async () => {
    await ask(engine, 'POST', '/containers/survivor/start');
    await cutPower(engine, foreign.pid);
    expect(await start()).toBe('started');
    expect((await stateOf(engine, 'survivor')).Running).toBe(false);
    await ask(engine, 'POST', '/containers/survivor/start');
    expect((await stateOf(engine, 'survivor')).Running).toBe(true);
    expect(isAlive(foreign.pid)).toBe(true);
  });

  it('leaves nothing behind when its daemon is dead but a container lives', async () => {
    process.kill(await daemonPid(), 'SIGKILL');
    expect(await stop()).toBe('stopped');
    expect(await remainsOf(engine)).toEqual([]);
  });

  it('leaves nothing behind when its daemon does not answer', async () => {
    await start();
    process.kill(await daemonPid(), 'SIGSTOP');
    expect(await stop()).toBe('stopped');
    expect(await remainsOf(engine)).toEqual([]);
  });

  it('says what the daemon said last when it cannot start', async () => {
    const folder = `${engine.state}/bin`;
    mkdirSync(folder);
    writeFileSync(`${folder}/dockerd`, '#!/bin/sh\necho "the disk is made of cheese"\nexit 1\n');
    chmodSync(`${folder}/dockerd`, 0o755);
    const tools = { ...engine.tools, shell: shell({ PATH: folder }) };
    await expect(startEngine(engine.paths, tools)).rejects.toMatchObject({
      problem: {
        code: 'engine-start-failed',
        params: {
          log: engine.paths.log,
          said: expect.stringContaining('the disk is made of cheese'),
        },
      },
    });
    rmSync(folder, { recursive: true });
    expect(await stop()).toBe('was-not-running');
    expect(await remainsOf(engine)).toEqual([]);
  });

  it('is gone with all its data after a purge', async () => {
    await start();
    await purgeEngine(engine.paths, engine.tools);
    expect(await remainsOf(engine)).toEqual([]);
    expect(await status()).toMatchObject({ state: 'absent' });
  });
});

interface Network {
  readonly IPAM: { readonly Config: readonly { readonly Subnet: string }[] };
}

interface ContainerState {
  readonly Running: boolean;
  readonly Pid: number;
  readonly StartedAt: string;
}

/** Makes an image of one command of this machine and the libraries it needs. */
async function importImage(engine: PrivateEngine): Promise<void> {
  const { stdout } = await engine.run('ldd', ['/bin/sleep']);
  const files = ['/bin/sleep', ...(stdout.match(/\/\S+/g) ?? [])].map((path) => path.slice(1));
  const pack = ['--create', '--dereference', '--directory=/', ...files];
  const tar = spawn('tar', pack, { stdio: ['ignore', 'pipe', 'ignore'] });
  await ask(engine, 'POST', '/images/create?fromSrc=-&repo=sleep&tag=1', tar.stdout);
}

async function runContainer(engine: PrivateEngine, name: string): Promise<ContainerState> {
  await ask(engine, 'POST', `/containers/create?name=${name}`, {
    Image: 'sleep:1',
    Cmd: ['/bin/sleep', '3600'],
  });
  await ask(engine, 'POST', `/containers/${name}/start`);
  return stateOf(engine, name);
}

async function stateOf(engine: PrivateEngine, name: string): Promise<ContainerState> {
  const { State } = await ask<{ State: ContainerState }>(engine, 'GET', `/containers/${name}/json`);
  const { Running, Pid, StartedAt } = State;
  return { Running, Pid, StartedAt };
}

function isAlive(pid: number | undefined): boolean {
  return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') S ');
}

/**
 * What a power cut leaves: the disk as it was, nothing running, nothing mounted, no namespace —
 * and pid files whose numbers belong to others after the boot.
 */
async function cutPower(engine: PrivateEngine, stranger: number | undefined): Promise<void> {
  const { paths, run } = engine;
  for (let pids = processesOf(engine); pids.length > 0; pids = processesOf(engine)) {
    await run('sh', ['-c', `kill -KILL ${pids.join(' ')}`], { mayFail: true });
  }
  const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
  const ours = mounts
    .map((line) => line.split(' ')[1] ?? '')
    .filter((at) => at.includes(paths.root));
  for (const at of ours.reverse()) await run('umount', [at]);
  await run('ip', ['netns', 'delete', paths.namespace]);
  // An empty file with the namespace's name: what a reboot leaves where /run is on a disk.
  writeFileSync(paths.namespaceFile, '');
  for (const file of [paths.pidFile, `${paths.exec}/containerd/containerd.pid`]) {
    writeFileSync(file, String(stranger));
  }
}
