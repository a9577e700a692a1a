import type { Header } from 'tar-stream';
import { ArchiveFault } from './archive-fault.ts';

/** What may be in a team's work. A fifo is an odd file and harms nobody. */
const KINDS: readonly string[] = [
  'file',
  'contiguous-file',
  'directory',
  'symlink',
  'link',
  'fifo',
];

/** What the entries before were, by their paths. */
export type EntriesBefore = Map<string, Header['type'] | undefined>;

/**
 * Throws an `ArchiveFault` for an entry that doesn't lie below one of the roots, or is a hard link to
 * anything but a file `before` it: that one can't be unpacked. What symbolic links say is a team's own
 * affair, as long as nothing is unpacked through them.
 */
export function refuseEntry(
  { name, type, linkname }: Header,
  roots: readonly string[],
  before: EntriesBefore,
): void {
  if (!KINDS.includes(type ?? '')) throw new ArchiveFault('device', name);
  for (const path of type === 'link' ? [name, linkname ?? ''] : [name]) {
    if (!isBelow(path, roots) || leadsThrough(path, before))
      throw new ArchiveFault('outside', path);
  }
  if (type === 'link' && !isFile(before.get(plain(linkname ?? '')))) {
    throw new ArchiveFault('no-target', name);
  }
  before.set(plain(name), type);
}

function isBelow(path: string, roots: readonly string[]): boolean {
  const bare = plain(path);
  const steps = bare.split('/');
  if (steps.some((step) => step === '' || step === '.' || step === '..')) return false;
  return roots.some((root) => bare === root || bare.startsWith(`${root}/`));
}

function isFile(type: Header['type'] | undefined): boolean {
  return type === 'file' || type === 'contiguous-file';
}

function leadsThrough(path: string, before: EntriesBefore): boolean {
  const steps = plain(path).split('/');
  return steps.some((_, index) => before.get(steps.slice(0, index).join('/')) === 'symlink');
}

function plain(path: string): string {
  return path.replace(/\/+$/, '');
}
