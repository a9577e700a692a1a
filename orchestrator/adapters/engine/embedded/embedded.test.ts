import { describe, expect, it } from 'vitest';
import { cgroupHierarchies } from './cgroups.ts';
import { daemonConfig } from './daemon-config.ts';
import { mountsUnder, parseMounts } from './mounts.ts';
import { isNamespaceMounted } from './namespace.ts';
import { embeddedPaths, refuseLongPaths } from './paths.ts';
import { engineProcesses, isDead, parseArgs, parseCgroups } from './processes.ts';

const paths = embeddedPaths('/root/.local/state/lab');

describe('embeddedPaths', () => {
  it('keeps everything of the engine in one folder of the state folder', () => {
    const { data, exec, socket, pidFile, log, config } = paths;
    for (const path of [data, exec, socket, pidFile, log, config]) {
      expect(path).toMatch(/^\/root\/\.local\/state\/lab\/engine\//);
    }
  });

  it('gives two state folders two namespaces and two cgroups', () => {
    const other = embeddedPaths('/srv/lab');
    expect(paths.namespace).toMatch(/^lab-engine-[0-9a-f]{6}$/);
    expect(other.namespace).not.toBe(paths.namespace);
    expect(other.cgroup).not.toBe(paths.cgroup);
  });

  it('allows a folder whose longest socket has 107 bytes and refuses one more', () => {
    const rest = '/engine/exec/containerd/containerd.sock.ttrpc'.length;
    const folder = `/${'a'.repeat(107 - rest - 1)}`;
    expect(() => refuseLongPaths(embeddedPaths(folder))).not.toThrow();
    const path = `${folder}a/engine/exec/containerd/containerd.sock.ttrpc`;
    expect(() => refuseLongPaths(embeddedPaths(`${folder}a`))).toThrow(
      expect.objectContaining({
        problem: { code: 'engine-path-too-long', params: { path, bytes: 108, most: 107 } },
      }),
    );
  });

  it('counts bytes, not letters', () => {
    const deep = embeddedPaths(`/${'é'.repeat(35)}`);
    expect(() => refuseLongPaths(deep)).toThrow('engine-path-too-long');
  });
});

describe('daemonConfig', () => {
  it('shares no place with another dockerd of the machine', () => {
    const config = JSON.parse(daemonConfig(paths)) as Record<string, unknown>;
    expect(config).toMatchObject({
      'data-root': paths.data,
      'exec-root': paths.exec,
      pidfile: paths.pidFile,
      hosts: [`unix://${paths.socket}`],
      'live-restore': true,
    });
  });
});

describe('/proc', () => {
  it('knows a zombie even when its name looks like a state', () => {
    expect(isDead('42 (a) R (b) Z 1 42 42 0')).toBe(true);
    expect(isDead('42 (Z) Z) S 1 42 42 0')).toBe(false);
  });

  it('reads words with spaces and an empty last one', () => {
    expect(parseArgs('sh\0-c\0echo two words\0\0')).toEqual(['sh', '-c', 'echo two words', '']);
  });

  it('reads a kernel thread, which has no words', () => {
    expect(parseArgs('')).toEqual([]);
  });

  it('reads the cgroups of both versions, named hierarchies and colons included', () => {
    const text = '9:name=systemd:/a\n4:cpu,cpuacct:/b:c\n0::/d\n';
    expect(parseCgroups(text)).toEqual(['/a', '/b:c', '/d']);
  });
});

describe('engineProcesses', () => {
  const cgroups = [`/${paths.cgroup}/engine`];
  const sort = (args: readonly string[], groups: readonly string[] = []) =>
    engineProcesses([{ pid: 7, args, cgroups: groups }], paths);

  it('knows its daemon by its configuration, wherever dockerd is installed', () => {
    const args = ['/usr/local/bin/dockerd', '--config-file', paths.config];
    expect(sort(args, cgroups).daemon).toEqual([7]);
  });

  it('knows a daemon that has not got past nsenter yet', () => {
    const args = ['nsenter', '--net=/run/netns/x', 'dockerd', '--config-file', paths.config];
    expect(sort(args).daemon).toEqual([7]);
  });

  it('knows its containerd and its shims', () => {
    const toml = `${paths.exec}/containerd/containerd.toml`;
    const socket = `${paths.exec}/containerd/containerd.sock`;
    expect(sort(['containerd', '--config', toml]).containerd).toEqual([7]);
    expect(sort(['/usr/bin/containerd-shim-runc-v2', '-address', socket]).others).toEqual([7]);
  });

  it('knows a container by its cgroup, whatever it calls itself', () => {
    expect(sort(['asterisk', '-f'], [`/${paths.cgroup}/0a1b2c`]).others).toEqual([7]);
  });

  it.each([
    ['an editor of its files', ['vim', paths.config], []],
    ['a reader of its log', ['tail', '-f', paths.log], []],
    ['another dockerd', ['dockerd', '--config-file', '/etc/docker/daemon.json'], []],
    ['another containerd', ['containerd', '--config', '/etc/containerd/config.toml'], []],
    ['a process of an engine with a longer name', ['asterisk'], [`/${paths.cgroup}0/x`]],
    ['a kernel thread', [], ['/']],
  ])('leaves %s alone', (_, args, groups) => {
    expect(sort(args, groups)).toEqual({ daemon: [], containerd: [], others: [] });
  });
});

describe('mounts', () => {
  const MOUNTS = parseMounts(
    [
      '25 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw',
      '40 25 254:0 /s/engine/data /s/engine/data rw - ext4 /dev/vda rw',
      '41 40 0:44 / /s/engine/data/overlay2/a/merged rw master:3 propagate_from:2 - overlay overlay rw',
      '42 25 0:45 / /s/engine2/data rw - tmpfs tmpfs rw',
      '43 25 0:4 net:[4026532] /s/engine/my\\040folder rw shared:9 - nsfs nsfs rw',
      '44 25 0:4 net:[4026533] /run/netns/live rw - nsfs nsfs rw',
    ].join('\n'),
  );

  it('come off in the reverse order, spaces in their names included', () => {
    expect(mountsUnder(MOUNTS, '/s/engine')).toEqual([
      '/s/engine/my folder',
      '/s/engine/data/overlay2/a/merged',
      '/s/engine/data',
    ]);
  });

  it('tell a live namespace from a file that only has its name', () => {
    const named = (namespaceFile: string) =>
      isNamespaceMounted(MOUNTS, { ...paths, namespaceFile });
    expect(named('/run/netns/live')).toBe(true);
    expect(named('/run/netns/dead')).toBe(false);
  });

  it('tell the cgroup hierarchies, the second version first', () => {
    const mount = (at: string, type: string) => `30 25 0:26 / ${at} rw - ${type} ${type} rw`;
    const hybrid = parseMounts(
      [
        mount('/sys/fs/cgroup', 'tmpfs'),
        mount('/sys/fs/cgroup/cpuset', 'cgroup'),
        mount('/sys/fs/cgroup/systemd', 'cgroup'),
        mount('/sys/fs/cgroup/unified', 'cgroup2'),
      ].join('\n'),
    );
    expect(cgroupHierarchies(hybrid)).toEqual([
      '/sys/fs/cgroup/unified',
      '/sys/fs/cgroup/systemd',
      '/sys/fs/cgroup/cpuset',
    ]);
  });
});
