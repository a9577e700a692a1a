import type { Connection } from '../../adapters/docker/connection.ts';
import { listImages, loadImages, saveImages } from '../../adapters/docker/images.ts';
import { readStream, writeStream } from '../../adapters/files/streams.ts';
import { labError } from '../../base/lab-error.ts';
import { IMAGE_NAMES } from '../../model/images/image-folder.ts';
import { wantedImages } from './ensure-images.ts';

/** One image of ours: `current` is what a lab would use now. Size in bytes. */
export interface ImageStatus {
  readonly tag: string;
  readonly size: number;
  readonly current: boolean;
}

/** Lists our images in an engine, and which of them this version of the tool uses. */
export async function imageStatuses(
  connection: Connection,
  installFolder: string,
): Promise<readonly ImageStatus[]> {
  const current = await currentTags(installFolder);
  const found = await listImages(connection);
  return found.map(({ tag, size }) => ({ tag, size, current: current.includes(tag) }));
}

/** Writes every current image that the engine has to one file. None at all is `images-missing`. */
export async function saveCurrentImages(
  connection: Connection,
  installFolder: string,
  file: string,
): Promise<void> {
  const found = await imageStatuses(connection, installFolder);
  const tags = found.filter(({ current }) => current).map(({ tag }) => tag);
  if (tags.length === 0) throw labError('images-missing', {});
  await writeStream(file, await saveImages(connection, tags));
}

/** Reads images from a file that `saveCurrentImages` wrote. */
export async function loadSavedImages(connection: Connection, file: string): Promise<void> {
  await loadImages(connection, await readStream(file));
}

async function currentTags(installFolder: string): Promise<readonly string[]> {
  const images = await wantedImages({ surroundings: { installFolder } }, IMAGE_NAMES);
  return images.map(({ tag }) => tag);
}
