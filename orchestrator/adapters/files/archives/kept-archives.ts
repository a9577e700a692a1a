import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { labError } from '../../../base/lab-error.ts';
import { ArchiveFault } from '../../../model/archives/archive-fault.ts';
import { type ArchiveName, readArchiveName } from '../../../model/archives/archive-name.ts';
import { reasonOf } from '../draft.ts';

/** An archive in the tool's folder, known by its name alone. */
export interface KeptArchive extends ArchiveName {
  readonly file: string;
}

/** Lists the archives of some teams, the oldest first; nothing of them is read. */
export async function keptArchives(
  folder: string,
  prefix: string,
  teams: readonly number[],
): Promise<readonly KeptArchive[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as { code?: unknown }).code === 'ENOENT') return [];
    throw labError('unreadable', { file: folder, reason: reasonOf(error) }, error);
  });
  return names
    .flatMap((name) => {
      const read = readArchiveName(name, prefix);
      return read !== null && teams.includes(read.team)
        ? [{ ...read, file: join(folder, name) }]
        : [];
    })
    .sort((a, b) => (a.order < b.order ? -1 : 1));
}

/** What a file says of itself: its size, its hash, and what was read in it. */
export interface ReadArchive<T> {
  readonly size: number;
  readonly sha256: string;
  readonly found: T;
}

/** Reads an archive once and whole: bytes are hashed as they are, and unpacked for `read`. */
export async function readArchive<T>(
  file: string,
  read: (tar: Readable) => Promise<T>,
): Promise<ReadArchive<T>> {
  const hash = createHash('sha256');
  const bytes = new PassThrough();
  bytes.on('data', (chunk: Buffer) => hash.update(chunk));
  const gunzip = createGunzip();
  const unpacking = read(gunzip);
  unpacking.catch(() => gunzip.destroy());
  const [streamed, found] = await Promise.allSettled([
    pipeline(createReadStream(file), bytes, gunzip),
    unpacking,
  ]);
  if (found.status === 'rejected') throw asFault(found.reason, streamed);
  if (streamed.status === 'rejected') throw asFault(streamed.reason, streamed);
  const { size } = await stat(file);
  return { size, sha256: hash.digest('hex'), found: found.value };
}

/** Opens an archive as a tar stream; one that isn't there is an `archive-gone` error. */
export async function openArchive(folder: string, name: string): Promise<Readable> {
  const file = join(folder, name);
  try {
    await access(file);
  } catch (error) {
    throw labError('archive-gone', { file, reason: reasonOf(error) }, error);
  }
  const gunzip = createGunzip();
  const stream = createReadStream(file);
  stream.on('error', (error) => gunzip.destroy(error));
  return stream.pipe(gunzip);
}

/** A file that can't be read is trouble of the machine; what is in it, of the archive. */
function asFault(error: unknown, streamed: PromiseSettledResult<void>): unknown {
  if (error instanceof ArchiveFault && error.kind !== 'damaged') return error;
  const first = streamed.status === 'rejected' ? streamed.reason : error;
  const code = String((first as { code?: unknown }).code ?? '');
  if (/^E[A-Z]+$/.test(code)) return first;
  const said = first instanceof Error ? first.message : String(first);
  return error instanceof ArchiveFault ? error : new ArchiveFault('damaged', said);
}
