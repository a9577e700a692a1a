import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import type { ArchivedFile } from './merge-tars.ts';

/** What the last entry of a team's archive says. */
export interface ArchiveManifest {
  readonly schema: 'lab-archive/1';
  readonly team: number;
  readonly lab: string;
  readonly stage: string | null;
  readonly reason: string;
  readonly time: string;
  readonly files: readonly ArchivedFile[];
}

/** The name of an archive's last entry. */
export const MANIFEST = 'manifest.json';

/**
 * Reads a tar stream to its end and throws unless its manifest is there and every file that the
 * manifest names is in the archive with the very same bytes.
 */
export async function verifyArchive(tar: Readable): Promise<ArchiveManifest> {
  const reader = extract();
  tar.on('error', (error: Error) => reader.destroy(error));
  tar.pipe(reader as unknown as NodeJS.WritableStream);
  const found = new Map<string, string>();
  let manifest: ArchiveManifest | null = null;
  for await (const entry of reader) {
    if (entry.header.name === MANIFEST) {
      manifest = JSON.parse((await buffer(entry)).toString('utf8')) as ArchiveManifest;
      continue;
    }
    const hash = createHash('sha256');
    for await (const chunk of entry) hash.update(chunk as Buffer);
    found.set(entry.header.name, hash.digest('hex'));
  }
  if (manifest === null) throw new Error(`${MANIFEST} is missing`);
  const broken = manifest.files.find(({ path, sha256 }) => found.get(path) !== sha256);
  if (broken !== undefined) throw new Error(`${broken.path} differs from what was archived`);
  return manifest;
}
