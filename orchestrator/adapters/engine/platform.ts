import type { EnginePlatform } from '../../base/problems/environment-problems.ts';

/** What is known of the machine without asking anything of it. */
export interface MachineFacts {
  /** Node's word: `linux`, `darwin`… */
  readonly system: string;
  readonly uid: number;
  /** The text of /etc/os-release, when there is one. */
  readonly osRelease: string | undefined;
}

/** True for Debian, Ubuntu and what derives from them. */
export function isDebianLike(osRelease: string | undefined): boolean {
  const field = (name: string) =>
    new RegExp(`^${name}=["']?([^"'\\n]*)`, 'm').exec(osRelease ?? '')?.[1] ?? '';
  const words = `${field('ID')} ${field('ID_LIKE')}`.split(' ');
  return words.includes('debian') || words.includes('ubuntu');
}

/** The kind of machine, as far as getting an engine differs. */
export function enginePlatform({ system, uid, osRelease }: MachineFacts): EnginePlatform {
  if (system === 'darwin') return 'macos';
  if (system !== 'linux') return 'other';
  if (!isDebianLike(osRelease)) return 'linux';
  return uid === 0 ? 'debian-root' : 'debian-user';
}
