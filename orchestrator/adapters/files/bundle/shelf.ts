import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** The images that came with the tool, for machines that can't make them. */
const SHELF = 'images.tar.gz';

/** Opens the images that the tool was installed with; null: it came without. */
export async function openShelf(installFolder: string): Promise<Readable | null> {
  const file = join(installFolder, SHELF);
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  return isThere ? createReadStream(file) : null;
}
