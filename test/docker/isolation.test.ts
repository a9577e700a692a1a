import { createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineView, engineView } from './engine-view.ts';
import { testLab } from './test-team.ts';

/** What a student's root may do, by the kernel's numbers; the README of images/pbx says why each. */
const CAPABILITIES = {
  CHOWN: 0,
  DAC_OVERRIDE: 1,
  FOWNER: 3,
  KILL: 5,
  SETGID: 6,
  SETUID: 7,
  NET_RAW: 13,
  SYS_PTRACE: 19,
};

const MEBIBYTE = 2 ** 20;

/** Intent: whatever a student tries as root in the PBX, only the own team's machines can be touched. */
describe('two teams side by side', () => {
  const test = testLab('isolation', '10.86');
  const pbx = `${test.prefix}-3-pbx`;
  const stations = [`${test.prefix}-3-softphone1`, `${test.prefix}-3-softphone2`];
  let engine: EngineView;
  let listener: Server;
  let port = 0;

  const asRoot = (script: string) => engine.run(pbx, script);
  /** Which of these addresses answer a ping from the PBX. */
  const answering = async (addresses: readonly string[]) => {
    const ping = 'for a in "$@"; do (ping -c 1 -W 1 $a >/dev/null 2>&1 && echo $a) & done; wait';
    const said = await asRoot(`set -- ${addresses.join(' ')}; ${ping}`);
    return said.split('\n').filter((line) => line !== '');
  };
  /** What comes of a connection from the PBX; a refusal would mean that somebody is there. */
  const connecting = async (address: string, to: number) => {
    const said = await asRoot(`timeout 2 bash -c '</dev/tcp/${address}/${to}'; echo "status $?"`);
    if (said.includes('refused')) return 'refused';
    return said.includes('status 0') ? 'open' : 'nobody';
  };

  beforeAll(async () => {
    engine = await engineView();
    listener = createServer((socket) => socket.destroy());
    await new Promise<void>((listening) => listener.listen(0, '0.0.0.0', listening));
    const address = listener.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await test.lab(['up', '--team', '3,4'])).toMatchObject({ code: 0, stderr: '' });
  });

  afterAll(async () => {
    listener.close();
    await test[Symbol.asyncDispose]();
  });

  it('reaches its own softphones, so that the failures below mean something', async () => {
    expect(await answering(['10.86.3.11', '10.86.3.12'])).toHaveLength(2);
    expect(await connecting('10.86.3.11', 9)).toBe('refused');
  });

  it('has nobody in its network but its own three machines', async () => {
    const all = Array.from({ length: 254 }, (_, index) => `10.86.3.${index + 1}`);
    const found: string[] = [];
    // A team's process limit doesn't allow for all at once: two processes each, beside Asterisk's threads.
    for (let next = 0; next < all.length; next += 20) {
      found.push(...(await answering(all.slice(next, next + 20))));
    }
    expect(found.sort()).toEqual(['10.86.3.11', '10.86.3.12', '10.86.3.200']);
  });

  it('reaches no other team', async () => {
    expect(await answering(['10.86.4.11', '10.86.4.12', '10.86.4.200'])).toEqual([]);
    const tried = ['10.86.4.11', '10.86.4.200'].map((address) => connecting(address, 5060));
    expect(await Promise.all(tried)).toEqual(['nobody', 'nobody']);
  });

  it('reaches no address of this machine, of the engine, or of the bridges between', async () => {
    const own = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address);
    const networks = await engine.client.listNetworks();
    const gateways = networks
      .flatMap(({ IPAM }) => IPAM?.Config ?? [])
      .flatMap(({ Gateway }) => (Gateway === undefined ? [] : [Gateway]));
    const addresses = [...new Set([...own, ...gateways, '198.19.0.1', '10.86.3.254'])];
    expect(addresses.length).toBeGreaterThan(3);
    expect(await answering(addresses)).toEqual([]);
    const tried = await Promise.all(addresses.map((address) => connecting(address, port)));
    expect(tried).toEqual(addresses.map(() => 'nobody'));
  });

  it('reaches nothing outside, by number or by name', async () => {
    expect(await answering(['192.0.2.1', '1.1.1.1'])).toEqual([]);
    expect(await connecting('1.1.1.1', 53)).toBe('nobody');
    expect(await asRoot('timeout 5 getent hosts debian.org; echo "status $?"')).toMatch(
      /^status (2|124)\n$/,
    );
  });

  it('finds no socket of an engine, no disk, and no file system of the machine', async () => {
    const sockets = await asRoot('find / -xdev -type s -not -path "/proc/*"; ls /run /var/run');
    expect(sockets).toContain('asterisk.ctl');
    expect(sockets).not.toMatch(/docker|containerd|podman/);
    expect(await asRoot('find /dev -type b')).toBe('');
    const mounts = await asRoot('cut -d" " -f2 /proc/self/mounts');
    const foreign = mounts.split('\n').filter((path) => !/^\/(proc|sys|dev)?(\/|$)/.test(path));
    const named = foreign.filter((path) => path !== '' && !path.startsWith('/etc/'));
    expect(named.sort()).toEqual(['/root', '/var/spool/asterisk/voicemail']);
  });

  it('is refused another address, another route, a mount, a device and a kernel setting', async () => {
    for (const attempt of [
      'ip addr add 10.86.3.77/24 dev eth0',
      'ip route add 10.86.4.0/24 via 10.86.3.254',
      'ip link set eth0 down',
      'mount -t tmpfs none /mnt',
      'mknod /root/disk b 8 0',
      'sysctl -w net.ipv4.ip_forward=0',
      'unshare --mount true',
      'chroot / true',
    ]) {
      const said = await asRoot(`${attempt} 2>&1; echo "status $?"`);
      expect(said, attempt).toMatch(/not permitted|denied|Read-only/i);
      expect(said, attempt).not.toContain('status 0');
    }
    expect(await asRoot('ip -4 addr show dev eth0')).not.toContain('10.86.3.77');
  });

  it('has exactly the capabilities that the sheet needs, and can gain no others', async () => {
    const mask = Object.values(CAPABILITIES).reduce((sum, bit) => sum + 2 ** bit, 0);
    const bits = mask.toString(16).padStart(16, '0');
    for (const set of ['CapEff', 'CapPrm', 'CapBnd']) {
      expect(await asRoot(`grep ${set} /proc/self/status`)).toBe(`${set}:\t${bits}\n`);
    }
    expect(await asRoot('grep NoNewPrivs /proc/self/status')).toBe('NoNewPrivs:\t1\n');
    for (const station of stations) {
      const seen = await engine.run(
        station,
        'id -u; grep -E "CapEff|CapBnd|NoNew" /proc/self/status',
      );
      const none = '0'.repeat(16);
      expect(seen).toBe(`1000\nCapEff:\t${none}\nCapBnd:\t${none}\nNoNewPrivs:\t1\n`);
    }
  });

  it('has the memory, processes and processor time of the lab file and no more', async () => {
    const limits = async (container: string) => {
      const { HostConfig } = await engine.client.getContainer(container).inspect();
      const { Memory, MemorySwap, PidsLimit, NanoCpus, Privileged } = HostConfig;
      return { Memory, MemorySwap, PidsLimit, NanoCpus, Privileged };
    };
    expect(await limits(pbx)).toEqual({
      Memory: 128 * MEBIBYTE,
      MemorySwap: 128 * MEBIBYTE,
      PidsLimit: 150,
      NanoCpus: 1e9,
      Privileged: false,
    });
    for (const station of stations) {
      expect(await limits(station)).toEqual({
        Memory: 64 * MEBIBYTE,
        MemorySwap: 64 * MEBIBYTE,
        PidsLimit: 64,
        NanoCpus: 5e8,
        Privileged: false,
      });
    }
  });

  it('stops a flood of processes at the limit, and the lab lives on', async () => {
    // By their numbers: one that is not yet a `sleep` has no such name.
    const flood =
      'trap "kill \\$all" EXIT; for i in $(seq 300); do sleep 30 & all="$all $!"; done; echo all started';
    const said = await asRoot(`sh -c '${flood}' 2>&1; true`);
    expect(said).toMatch(/Resource temporarily unavailable|Cannot fork/);
    const status = await test.lab(['status', '--team', '3', '--json']);
    const { teams } = JSON.parse(status.stdout) as {
      readonly teams: readonly { readonly pbx: { readonly state: string } }[];
    };
    expect(teams[0]?.pbx.state).toBe('in-service');
  });
});
