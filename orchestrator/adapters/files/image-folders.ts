import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ImageFolder } from '../../model/images/image-folder.ts';

/** Reads one folder of `images/` whole. Modes are kept as far as "may be executed". */
export async function readImageFolder(installFolder: string, name: string): Promise<ImageFolder> {
  const root = join(installFolder, 'images', name);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const [content, { mode }] = await Promise.all([readFile(path), stat(path)]);
      // Git knows only whether a file may be executed; a checkout's umask must not change the tag.
      return { path: relative(root, path), content, mode: mode & 0o100 ? 0o755 : 0o644 };
    });
  return { name, files: await Promise.all(files) };
}
