import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { labError } from '../../../base/lab-error.ts';
import type { FolderFile } from '../../../model/archives/work-folder.ts';
import { LIMITS } from '../../../model/submission/limits.ts';
import { reasonOf } from '../draft.ts';
import { listFolder } from '../submissions/folder-source.ts';
import { readAtMost } from '../submissions/readable-file.ts';

/** Writes a team's folder, which is there whole or not at all; one that is there already is an error. */
export async function writeWorkFolder(folder: string, files: readonly FolderFile[]): Promise<void> {
  if (await isThere(folder)) throw labError('export-exists', { folder });
  const draft = `${folder}.part`;
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true, mode: 0o700 });
    for (const { path, content } of files) {
      const file = join(draft, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content, { flag: 'wx' });
    }
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    throw labError('unwritable', { file: folder, reason: reasonOf(error) }, error);
  }
}

/** The names of what lies in a folder, folders alone. */
export async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    throw labError('unreadable', { file: folder, reason: reasonOf(error) }, error);
  }
}

/** Reads a folder whole; links in it are passed over. Too much of it is an `import-too-large` error. */
export async function readWorkFolder(folder: string): Promise<readonly FolderFile[]> {
  const listed = await listFolder(folder);
  const found = listed.filter(({ kind }) => kind === 'file');
  const unreadable = listed.find(({ kind }) => kind === 'unreadable');
  if (unreadable !== undefined) {
    throw labError('unreadable', { file: join(folder, unreadable.path), reason: 'EACCES' });
  }
  const files: FolderFile[] = [];
  let left: number = LIMITS.total;
  for (const file of found) {
    const content = await readAtMost(file, left).catch((error: unknown) => {
      throw labError(
        'unreadable',
        { file: join(folder, file.path), reason: reasonOf(error) },
        error,
      );
    });
    if (content === null) {
      throw labError('import-too-large', { folder, mib: LIMITS.total / 2 ** 20 });
    }
    left -= content.length;
    files.push({ path: file.path, content });
  }
  return files;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
