import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The bytes that are free where a folder is, or would be. */
export async function freeSpace(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder)
      throw error;
    return freeSpace(dirname(folder));
  }
}
