import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import { ArchiveFault } from './archive-fault.ts';
import { type ArchiveManifest, contentHash, entryLine, MANIFEST } from './archive-manifest.ts';
import { type EntriesBefore, refuseEntry } from './refuse-entry.ts';

/**
 * Reads a tar stream to its end and throws an `ArchiveFault` unless it is the sound archive of a
 * team's work: its manifest is there, every file that this names has the very same bytes, there is
 * nothing else, and nothing leads out of the roots (paths without a leading slash).
 */
export async function verifyArchive(
  tar: Readable,
  roots: readonly string[],
): Promise<ArchiveManifest> {
  const reader = extract();
  tar.on('error', (error: Error) => reader.destroy(error));
  tar.pipe(reader as unknown as NodeJS.WritableStream);
  const found = new Map<string, string>();
  const lines: string[] = [];
  const before: EntriesBefore = new Map();
  let manifest: ArchiveManifest | null = null;
  for await (const entry of orDamaged(reader)) {
    const { name, type } = entry.header;
    if (manifest !== null) throw new ArchiveFault('foreign', name);
    if (name === MANIFEST && type === 'file') {
      manifest = readManifest(await buffer(entry));
      continue;
    }
    refuseEntry(entry.header, roots, before);
    const hash = createHash('sha256');
    for await (const chunk of entry) hash.update(chunk as Buffer);
    const sha256 = hash.digest('hex');
    lines.push(entryLine(entry.header, sha256));
    if (type === 'file') found.set(name, sha256);
  }
  if (manifest === null) throw new ArchiveFault('no-manifest', MANIFEST);
  agree(manifest, found, lines);
  return manifest;
}

function agree(
  { files, content }: ArchiveManifest,
  found: ReadonlyMap<string, string>,
  lines: readonly string[],
): void {
  const broken = files.find(({ path, sha256 }) => found.get(path) !== sha256);
  if (broken !== undefined) throw new ArchiveFault('differs', broken.path);
  const listed = new Set(files.map(({ path }) => path));
  const more = [...found.keys()].find((path) => !listed.has(path));
  if (more !== undefined) throw new ArchiveFault('foreign', more);
  if (content !== undefined && content !== contentHash(lines)) {
    throw new ArchiveFault('differs', MANIFEST);
  }
}

async function* orDamaged<T>(entries: AsyncIterable<T>): AsyncIterable<T> {
  try {
    yield* entries;
  } catch (error) {
    if (error instanceof ArchiveFault) throw error;
    throw new ArchiveFault('damaged', error instanceof Error ? error.message : String(error));
  }
}

function readManifest(bytes: Buffer): ArchiveManifest {
  try {
    const found = JSON.parse(bytes.toString('utf8')) as Partial<ArchiveManifest>;
    const { schema, team, lab, reason, time, files } = found;
    const sound =
      schema === 'lab-archive/1' &&
      Number.isInteger(team) &&
      [lab, reason, time].every((word) => typeof word === 'string') &&
      Array.isArray(files);
    if (sound) return found as ArchiveManifest;
  } catch {
    // Told below, as whatever else is no manifest.
  }
  throw new ArchiveFault('no-manifest', MANIFEST);
}
