import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { extract, type Header, pack } from 'tar-stream';
import { MANIFEST } from './archive-manifest.ts';
import type { TarSource } from './merge-tars.ts';

/** What an entry of a team's work can be. */
export const WORK_KINDS = ['file', 'directory', 'symlink', 'link', 'fifo'] as const;

/** The sign, in a team's work, that the files of its stage were laid once (images/pbx, pbx-boot). */
export const SEEDED = 'etc/asterisk/.lab-seeded';

/** One file, folder or link of a team's work; its path has no leading slash. */
export interface WorkEntry {
  readonly path: string;
  readonly kind: (typeof WORK_KINDS)[number];
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Where a link leads; null for what is none. */
  readonly target: string | null;
  readonly content: Uint8Array;
}

/** A team's work in memory, by its paths. */
export type WorkTree = ReadonlyMap<string, WorkEntry>;

/** Reads work out of a tar stream; null where its files have more than `most` bytes together. */
export async function readWork(tar: Readable, most: number): Promise<WorkTree | null> {
  const reader = extract();
  tar.on('error', (error: Error) => reader.destroy(error));
  tar.pipe(reader as unknown as NodeJS.WritableStream);
  const tree = new Map<string, WorkEntry>();
  let bytes = 0;
  try {
    for await (const entry of reader) {
      bytes += entry.header.size ?? 0;
      if (bytes > most) return null;
      const content = await buffer(entry);
      const found = entryOf(entry.header, content);
      if (found !== null) tree.set(found.path, found);
    }
  } finally {
    tar.destroy();
  }
  return tree;
}

function entryOf(header: Header, content: Uint8Array): WorkEntry | null {
  const { name, type, mode = 0o644, uid = 0, gid = 0, linkname } = header;
  const path = name.replace(/\/+$/, '');
  const kind = WORK_KINDS.find((known) => known === type);
  if (kind === undefined || path === MANIFEST) return null;
  return { path, kind, mode: mode & 0o7777, uid, gid, target: linkname ?? null, content };
}

/** Work as streams to make an archive of, one for each of its roots. */
export function treeSources(tree: WorkTree, roots: readonly string[]): readonly TarSource[] {
  return roots.map((root) => ({
    path: root,
    open: async () => {
      const tar = pack();
      const own = [...tree.values()].filter(({ path }) => isBelow(path, root));
      for (const { path, content, kind, mode, uid, gid, target } of own.sort(byPath)) {
        const name = `.${path.slice(root.length)}`;
        const link = target === null ? {} : { linkname: linkOf(kind, target, root) };
        const header = { name, type: kind, mode, uid, gid, mtime: new Date(0), ...link };
        if (kind === 'file') tar.entry(header, Buffer.from(content));
        else tar.entry(header);
      }
      tar.finalize();
      return tar as unknown as Readable;
    },
  }));
}

/** A hard link names its target as the stream of its root does. */
function linkOf(kind: string, target: string, root: string): string {
  return kind === 'link' && isBelow(target, root) ? `.${target.slice(root.length)}` : target;
}

/** True for a root and for all that lies in it. */
export function isBelow(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}

/** Hard links come last: the file that one names must stand before it. */
function byPath(a: WorkEntry, b: WorkEntry): number {
  const later = Number(a.kind === 'link') - Number(b.kind === 'link');
  return later || (a.path < b.path ? -1 : 1);
}
