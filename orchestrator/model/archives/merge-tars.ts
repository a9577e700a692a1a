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
 * kept, names begin with their source's path. `closing` becomes the last entry.
 */
export function mergeTars(sources: readonly TarSource[], closing: Closing): Readable {
  const merged = pack();
  const work = async () => {
    const taken: Taken = { files: [], lines: [] };
    for (const source of sources) await takeIn(merged, source, taken);
    const { path, text } = closing(taken.files, contentHash(taken.lines));
    merged.entry({ name: path, mode: 0o644 }, text);
    merged.finalize();
  };
  work().catch((error: unknown) => merged.destroy(error as Error));
  return merged as unknown as Readable;
}

/** What has gone into a merged archive so far. */
interface Taken {
  readonly files: ArchivedFile[];
  readonly lines: string[];
}

async function takeIn(merged: Pack, { path, open }: TarSource, taken: Taken): Promise<void> {
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
    const name = below(path, header.name);
    // A hard link names another entry of the archive; a symbolic one is text that stays as it is.
    const target = header.type === 'link' ? { linkname: below(path, header.linkname ?? '') } : {};
    const own = { ...header, name, ...target, pax: otherFacts(header) };
    const sha256 = await copy(merged, own, entry);
    taken.lines.push(entryLine(own, sha256));
    if (header.type === 'file') taken.files.push({ path: name, size: header.size ?? 0, sha256 });
  }
}

const NAMING = ['path', 'linkpath', 'size'];

/** What a long or accented name was written in is written anew; the rest (times, attributes) stays. */
function otherFacts({ pax }: Header): Record<string, string> | null {
  const others = Object.entries(pax ?? {}).filter(([key]) => !NAMING.includes(key));
  return others.length === 0 ? null : Object.fromEntries(others);
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
