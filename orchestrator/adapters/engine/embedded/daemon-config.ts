import type { EmbeddedPaths } from './paths.ts';

/**
 * The daemon's configuration, the text of its `--config-file`. It has a file of its own because
 * dockerd refuses to start when the machine's /etc/docker/daemon.json repeats one of its flags.
 */
export function daemonConfig({ data, exec, pidFile, socket, cgroup }: EmbeddedPaths): string {
  const config = {
    'data-root': data,
    'exec-root': exec,
    pidfile: pidFile,
    hosts: [`unix://${socket}`],
    'log-level': 'warn',
    'live-restore': true,
    'userland-proxy': false,
    // systemd's driver would want a slice; plain cgroups work with and without systemd.
    'exec-opts': ['native.cgroupdriver=cgroupfs'],
    'cgroup-parent': `/${cgroup}`,
    // RFC 2544's range for benchmarks: no team's network and no school's LAN is in it.
    'default-address-pools': [{ base: '198.19.0.0/16', size: 24 }],
    'log-driver': 'json-file',
    'log-opts': { 'max-size': '5m', 'max-file': '2' },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
