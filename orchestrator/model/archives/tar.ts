import { buffer } from 'node:stream/consumers';
import { extract, pack } from 'tar-stream';

/** One entry to pack: a file, or a folder when it has no content. Owner is a numeric user and group. */
export interface TarEntry {
  readonly path: string;
  readonly content: Uint8Array | null;
  readonly mode?: number;
  readonly owner?: number;
}

/** One regular file that came out of an archive. */
export interface TarFile {
  readonly path: string;
  readonly content: Uint8Array;
  readonly mode: number;
  readonly modified: Date;
}

/** Packs entries, in their order, into an uncompressed tar archive. Paths lose their leading slash. */
export async function packTar(entries: readonly TarEntry[]): Promise<Buffer> {
  const archive = pack();
  for (const { path, content, mode, owner = 0 } of entries) {
    const name = path.replace(/^\/+/, '');
    const header = { name, uid: owner, gid: owner, mtime: new Date(0) };
    if (content === null) archive.entry({ ...header, type: 'directory', mode: mode ?? 0o755 });
    else archive.entry({ ...header, type: 'file', mode: mode ?? 0o644 }, viewOf(content));
  }
  archive.finalize();
  return buffer(archive);
}

function viewOf({ buffer: whole, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(whole, byteOffset, byteLength);
}

/**
 * Reads the regular files out of a tar archive, each under all of its names: which of them is the file
 * and which a hard link to it, their order in the folder decides. Symbolic links, folders and devices
 * are passed over.
 */
export async function unpackTar(archive: Uint8Array): Promise<readonly TarFile[]> {
  const reader = extract();
  reader.end(Buffer.from(archive));
  const files = new Map<string, TarFile>();
  for await (const entry of reader) {
    const bytes = await buffer(entry);
    const { name, type, linkname, mode, mtime } = entry.header;
    const content = type === 'link' ? files.get(linkname ?? '')?.content : bytes;
    if (content === undefined || (type !== 'file' && type !== 'link')) continue;
    files.set(name, { path: name, content, mode: mode ?? 0o644, modified: mtime ?? new Date(0) });
  }
  return [...files.values()];
}
