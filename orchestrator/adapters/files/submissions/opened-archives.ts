import { type LabError, labError } from '../../../base/lab-error.ts';
import { isZip } from '../../../model/submission/found-file.ts';
import { LIMITS } from '../../../model/submission/limits.ts';
import { type ReadableFile, readAtMost } from './readable-file.ts';
import { openZip } from './zip-source.ts';

/** A hand-in with the archives in it opened, and why some of them could not be. */
export interface OpenedArchives {
  readonly files: readonly ReadableFile[];
  readonly broken: readonly LabError[];
}

/**
 * Puts what the archives of a hand-in hold in the place of the archives, one level deep: each becomes
 * a folder of its name.
 */
export async function openArchives(
  submission: string,
  files: readonly ReadableFile[],
): Promise<OpenedArchives> {
  const opened: ReadableFile[] = [];
  const broken: LabError[] = [];
  for (const file of files) {
    if (!isZip(file)) {
      opened.push(file);
      continue;
    }
    try {
      opened.push(...(await contentOf(submission, file)));
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const { path } = file;
      broken.push(labError('submission-archive-broken', { submission, path, said }, error));
    }
  }
  return { files: opened, broken };
}

async function contentOf(submission: string, file: ReadableFile): Promise<readonly ReadableFile[]> {
  const most = LIMITS.archive;
  const bytes = await readAtMost(file, most);
  if (bytes === null)
    throw labError('submission-file-large', { submission, path: file.path, most });
  const above = file.path.replace(/\.zip$/i, '');
  // Nothing outside of memory is held: there is nothing to let go of.
  const { files } = await openZip(bytes, LIMITS.entries + 1);
  return files.map((inner) => ({ ...inner, path: withFolder(above, inner.path) }));
}

/** A path that leads out of its archive must still look like one. */
function withFolder(folder: string, path: string): string {
  return path.startsWith('/') ? path : `${folder}/${path}`;
}
