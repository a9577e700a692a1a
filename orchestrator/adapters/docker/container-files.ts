import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { packTar, type TarEntry, type TarFile, unpackTar } from '../../model/archives/tar.ts';
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

/** Reads a file or a whole folder out of a container; a path that isn't there gives no files. */
export async function getFiles(
  connection: Connection,
  container: string,
  path: string,
): Promise<readonly TarFile[]> {
  const whole = await getTar(connection, container, path);
  return whole === null ? [] : unpackTar(whole);
}

/** Reads a file or a whole folder out of a container as one tar archive, or null when it isn't there. */
export async function getTar(
  connection: Connection,
  container: string,
  path: string,
): Promise<Buffer | null> {
  const archive = await getArchive(connection, container, path);
  if (archive === null) return null;
  return engineCall(`read ${path} in ${container}`, () => buffer(archive));
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
