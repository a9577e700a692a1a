import type { Readable } from 'node:stream';
import { pickFiles } from '../../model/archives/pick-files.ts';
import { packTar, type TarEntry, unpackTar } from '../../model/archives/tar.ts';
import type { Connection } from './connection.ts';
import { engineCall } from './engine-errors.ts';

/** Puts files into a container, running or not. */
export async function putFiles(
  { client }: Connection,
  container: string,
  entries: readonly TarEntry[],
): Promise<void> {
  const archive = await packTar(entries);
  await engineCall(`write files in ${container}`, () =>
    client.getContainer(container).putArchive(archive, { path: '/' }),
  );
}

/** Far more than any configuration has, in bytes: a team can fill its folders as it likes. */
const MOST_FILES = { mostOfOne: 4 * 2 ** 20, mostOfAll: 32 * 2 ** 20, mostRead: 256 * 2 ** 20 };

/**
 * Reads a file or a whole folder out of a container; a path that isn't there gives no files. A file
 * that is larger than any configuration is passed over, and never in memory.
 */
export async function getFiles(
  connection: Connection,
  container: string,
  path: string,
): Promise<readonly ReadFile[]> {
  const archive = await getArchive(connection, container, path);
  if (archive === null) return [];
  const read = () => pickFiles(archive, { wanted: () => true, ...MOST_FILES });
  const picked = await engineCall(`read ${path} in ${container}`, read);
  return (picked?.files ?? []).map((file) => ({ path: file.path, content: file.bytes }));
}

/** A file that was read out of a container. */
export interface ReadFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Reads a folder out of a container as one tar archive, or null when it isn't there. Where it has
 * more than `most` bytes, no more than that is read.
 */
export async function getTar(
  connection: Connection,
  { container, path, most }: BoundedRequest,
): Promise<Buffer | 'too-large' | null> {
  const archive = await getArchive(connection, container, path);
  if (archive === null) return null;
  const read = () => bufferUpTo(archive, most);
  return (await engineCall(`read ${path} in ${container}`, read)) ?? 'too-large';
}

/** All of a stream; null, and the stream is let go of, when that is more than `most` bytes. */
async function bufferUpTo(stream: Readable, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop destroys the stream.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads one file out of a container, or null when there is no such file. A link is no file, and no
 * more than `most` bytes are read of anything.
 */
export async function getOneFile(
  connection: Connection,
  { container, path, most }: BoundedRequest,
): Promise<Uint8Array | null> {
  const archive = await getArchive(connection, container, path);
  if (archive === null) return null;
  const read = () => bufferUpTo(archive, most);
  const tar = await engineCall(`read ${path} in ${container}`, read);
  if (tar === null) return null;
  return (await unpackTar(tar))[0]?.content ?? null;
}

/** What to read, and how large it may be with the archive round it. */
export interface BoundedRequest {
  readonly container: string;
  readonly path: string;
  readonly most: number;
}

/** Reads a file or a whole folder out of a container as one tar stream, or null when it isn't there. */
export async function getArchive(
  { client }: Connection,
  container: string,
  path: string,
): Promise<Readable | null> {
  const doing = `read ${path} in ${container}`;
  const call = () => client.getContainer(container).getArchive({ path });
  return (await engineCall(doing, call, [404])) as Readable | null;
}
