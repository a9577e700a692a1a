/** What the embedded engine needs of the machine, and the Debian package that brings it. */
interface Requirement {
  readonly package: string;
  readonly commands: readonly string[];
  readonly files?: readonly string[];
}

const REQUIREMENTS: readonly Requirement[] = [
  { package: 'docker.io', commands: ['dockerd', 'containerd', 'runc'] },
  { package: 'iproute2', commands: ['ip'] },
  { package: 'iptables', commands: ['iptables'] },
  { package: 'util-linux', commands: ['nsenter', 'flock', 'setsid'] },
  { package: 'mount', commands: ['umount'] },
  { package: 'mmdebstrap', commands: ['mmdebstrap'] },
  {
    package: 'debian-archive-keyring',
    commands: [],
    files: ['/usr/share/keyrings/debian-archive-keyring.gpg'],
  },
];

/**
 * The packages that the embedded engine still needs. Commands count, not packages: a dockerd that
 * came another way does as well.
 */
export function missingPackages(
  exists: (path: string) => boolean,
  searchPath: string,
): readonly string[] {
  const folders = searchPath.split(':');
  const hasCommand = (name: string) => folders.some((folder) => exists(`${folder}/${name}`));
  return REQUIREMENTS.filter(
    ({ commands, files = [] }) => !commands.every(hasCommand) || !files.every(exists),
  ).map((requirement) => requirement.package);
}
