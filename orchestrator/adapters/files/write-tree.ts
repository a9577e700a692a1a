import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { labError } from '../../base/lab-error.ts';

/**
 * Writes files below a folder, each whole or not at all (draft, then rename), and returns their
 * paths. What can't be written is an `unwritable` error.
 */
export async function writeTree(
  folder: string,
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const { path, text } of files) {
    const file = join(folder, path);
    const draft = `${file}.part`;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(draft, text);
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      throw labError('unwritable', { file, reason }, error);
    }
    written.push(file);
  }
  return written;
}
