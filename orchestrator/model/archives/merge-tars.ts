import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { extract, type Header, type Pack, pack } from 'tar-stream';
import { type ArchivedFile, contentHash, entryLine } from './archive-manifest.ts';

/** One tar stream of a folder to take in, and the path that this folder is to have. */
export interface TarSource {
  readonly path: string;
  /** Called when its turn comes: an engine serves one archive of a container at a time. */
  readonly open: () => Promise<Readable>;
}

/** How much is taken in at most, and the error that tells of what went over. */
export interface TarBounds {
  readonly bytes: number;
  readonly entries: number;
  readonly refuse: (at: { readonly path: string; readonly size: number }) => Error;
}

/** The last entry of a merged archive, worked out from all that went before it. */
export type Closing = (
  files: readonly ArchivedFile[],
  content: string,
) => {
  readonly path: string;
  readonly text: string;
};

/**
 * Joins tar streams into one without holding them in memory: owners, modes, times and links are
 * kept, names begin with their source's path. `closing` becomes the last entry. Where there is more
 * than the bounds allow, the stream ends with their error, before the file that is too much is read.
 */
export function mergeTars(
  sources: readonly TarSource[],
  closing: Closing,
  bounds: TarBounds | null = null,
): Readable {
  const merged = pack();
  const work = async () => {
    const taken: Taken = { names: new Set(), odd: new Map(), bytes: 0, files: [], lines: [] };
    for (const source of sources) await takeIn(merged, source, { taken, bounds });
    const { path, text } = closing(taken.files, contentHash(taken.lines));
    merged.entry({ name: path, mode: 0o644 }, text);
    merged.finalize();
  };
  work().catch((error: unknown) => merged.destroy(error as Error));
  return merged as unknown as Readable;
}

/** Where root unpacks an archive, a team's program with these would be root's for everybody there. */
const SET_ID = 0o6000;

/** What has gone into a merged archive so far. */
interface Taken {
  readonly names: Set<string>;
  /** Symbolic links and fifos: a second name of one, a hard link to it, becomes another one like it. */
  readonly odd: Map<string, Pick<Header, 'type' | 'linkname'>>;
  bytes: number;
  readonly files: ArchivedFile[];
  readonly lines: string[];
}

async function takeIn(
  merged: Pack,
  { path, open }: TarSource,
  { taken, bounds }: { readonly taken: Taken; readonly bounds: TarBounds | null },
): Promise<void> {
  const tar = await open();
  // An engine keeps a container busy for as long as an archive of it is being read.
  const letGo = () => tar.destroy();
  if (merged.destroyed) letGo();
  merged.once('close', letGo);
  const reader = extract();
  tar.on('error', (error: Error) => reader.destroy(error));
  tar.pipe(reader as unknown as NodeJS.WritableStream);
  for await (const entry of reader) {
    const { header } = entry;
    const { size = 0 } = header;
    taken.bytes += size;
    if (bounds !== null && (taken.bytes > bounds.bytes || taken.names.size >= bounds.entries)) {
      throw bounds.refuse({ path: below(path, header.name), size });
    }
    const name = unusedName(taken.names, below(path, header.name));
    // A hard link names another entry of the archive; a symbolic one is text that stays as it is.
    const linked = header.type === 'link' ? below(path, header.linkname ?? '') : '';
    const odd = taken.odd.get(linked);
    const target = linked === '' ? {} : (odd ?? { linkname: linked });
    const rights = header.type === 'file' ? { mode: (header.mode ?? 0o644) & ~SET_ID } : {};
    const own = { ...header, name, ...rights, ...target, pax: otherFacts(header) };
    if (own.type === 'symlink' || own.type === 'fifo') {
      taken.odd.set(name, { type: own.type, linkname: own.linkname });
    }
    const sha256 = await copy(merged, own, entry);
    taken.lines.push(entryLine(own, sha256));
    if (header.type === 'file') taken.files.push({ path: name, size, sha256 });
  }
}

const NAMING = ['path', 'linkpath', 'size'];

/** What a long or accented name was written in is written anew; the rest (times, attributes) stays. */
function otherFacts({ pax }: Header): Record<string, string> | null {
  const others = Object.entries(pax ?? {}).filter(([key]) => !NAMING.includes(key));
  return others.length === 0 ? null : Object.fromEntries(others);
}

/** Two names that aren't UTF-8 may read the same: the second one gets a number, so that neither is lost. */
function unusedName(names: Set<string>, name: string): string {
  let unused = name;
  for (let next = 2; names.has(unused); next++) {
    unused = `${name.replace(/\/$/, '')}~${next}${name.endsWith('/') ? '/' : ''}`;
  }
  names.add(unused);
  return unused;
}

/** Docker's names begin with the folder's own, Podman's with nothing when the folder is a volume. */
function below(path: string, name: string): string {
  const slash = name.indexOf('/');
  return slash === -1 ? path : path + name.slice(slash);
}

/** Copies one entry as it comes, never more of it than the reader of the archive takes. */
function copy(merged: Pack, header: Header, content: AsyncIterable<unknown>): Promise<string> {
  const hash = createHash('sha256');
  return new Promise((resolve, reject) => {
    const sink = merged.entry(header, (error?: Error | null) =>
      error ? reject(error) : resolve(hash.digest('hex')),
    );
    sink.on('error', reject);
    const feed = async () => {
      for await (const chunk of content) {
        hash.update(chunk as Buffer);
        if (!sink.write(chunk as Buffer)) await once(sink, 'drain');
      }
      if (header.type === 'file') sink.end(undefined);
    };
    feed().catch(reject);
  });
}
