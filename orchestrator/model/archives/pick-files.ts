import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { extract } from 'tar-stream';

/** The files that were wanted out of an archive, and how far it was read. */
export interface PickedFiles {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** Wanted by name, but too large. */
  readonly oversized: readonly { readonly path: string; readonly size: number }[];
}

/** Which files to pick, and how much of an archive is read at most, in bytes. */
export interface Picking {
  readonly wanted: (path: string) => boolean;
  readonly mostOfOne: number;
  readonly mostOfAll: number;
  /** Where an archive is larger than that, what stands behind is not looked at. */
  readonly mostRead: number;
}

/**
 * Picks regular files out of a tar stream while it passes: the rest is never kept in memory. A hard
 * link to a file that was picked is one too.
 */
export async function pickFiles(
  archive: Readable,
  { wanted, mostOfOne, mostOfAll, mostRead }: Picking,
): Promise<PickedFiles> {
  const reader = extract();
  archive.on('error', (error) => reader.destroy(error));
  archive.pipe(reader);
  const files = new Map<string, Uint8Array>();
  const oversized: PickedFiles['oversized'][number][] = [];
  let [passed, kept] = [0, 0];
  try {
    for await (const entry of reader) {
      const { name: path, type, linkname, size = 0 } = entry.header;
      const isWanted = type === 'file' && wanted(path);
      const fits = size <= mostOfOne && kept + size <= mostOfAll;
      const linked = type === 'link' && wanted(path) ? files.get(linkname ?? '') : undefined;
      if (linked !== undefined) {
        files.set(path, linked);
      } else if (isWanted && fits) {
        kept += size;
        files.set(path, await buffer(entry));
      } else if (isWanted) {
        oversized.push({ path, size });
      }
      // A file of no bytes costs something too.
      passed += size + 512;
      if (passed > mostRead) break;
      entry.resume();
    }
  } finally {
    archive.destroy();
    reader.destroy();
  }
  return { files: [...files].map(([path, bytes]) => ({ path, bytes })), oversized };
}
