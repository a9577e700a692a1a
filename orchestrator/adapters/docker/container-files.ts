import type { Readable } from 'node:stream';
import { packTar, type TarEntry } from '../../model/archives/tar.ts';
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
