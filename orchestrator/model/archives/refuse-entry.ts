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

/**
 * Throws an `ArchiveFault` for an entry that doesn't lie, or doesn't point as hard links do, below one
 * of the roots. `links` gathers the symbolic links: what these say is a team's own affair, as long as
 * nothing is unpacked through them.
 */
export function refuseEntry(
  { name, type, linkname }: Header,
  roots: readonly string[],
  links: Set<string>,
): void {
  if (!KINDS.includes(type ?? '')) throw new ArchiveFault('device', name);
  for (const path of type === 'link' ? [name, linkname ?? ''] : [name]) {
    if (!isBelow(path, roots) || leadsThrough(path, links)) throw new ArchiveFault('outside', path);
  }
  if (type === 'symlink') links.add(plain(name));
}

function isBelow(path: string, roots: readonly string[]): boolean {
  const bare = plain(path);
  const steps = bare.split('/');
  if (steps.some((step) => step === '' || step === '.' || step === '..')) return false;
  return roots.some((root) => bare === root || bare.startsWith(`${root}/`));
}

function leadsThrough(path: string, links: ReadonlySet<string>): boolean {
  const steps = plain(path).split('/');
  return steps.some((_, index) => index > 0 && links.has(steps.slice(0, index).join('/')));
}

function plain(path: string): string {
  return path.replace(/\/+$/, '');
}
