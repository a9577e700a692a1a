import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { labError } from '../../../base/lab-error.ts';
import { groupHandIns } from '../../../model/submission/group-hand-ins.ts';
import type { Submission } from '../../../model/submission/submission.ts';
import { reasonOf } from '../draft.ts';
import { listFolder } from './folder-source.ts';
import { readHandIn } from './read-hand-in.ts';
import type { ReadableFile } from './readable-file.ts';
import { openZip } from './zip-source.ts';

/** Hand-ins that can be read one by one, each when its turn comes. Disposing closes their archive. */
export interface Submissions extends Disposable {
  readonly handIns: readonly {
    readonly name: string;
    readonly read: () => Promise<Submission>;
  }[];
}

/**
 * Opens a folder of hand-ins, or an archive of them as Moodle gives it. `meant` are the names of the
 * lab's files. Only what is wrong with the whole is an error here.
 */
export async function openSubmissions(
  source: string,
  meant: readonly string[],
): Promise<Submissions> {
  const { files, close } = await filesOf(source);
  const whole = basename(source).replace(/\.zip$/i, '');
  const handIns = groupHandIns(files, whole, meant).map((handIn) => ({
    name: handIn.name,
    read: () => readHandIn(handIn, meant),
  }));
  if (handIns.length > 0) return { handIns, [Symbol.dispose]: close };
  close();
  throw labError('submissions-none', { folder: source });
}

async function filesOf(
  source: string,
): Promise<{ readonly files: readonly ReadableFile[]; readonly close: () => void }> {
  let isFolder = false;
  try {
    isFolder = (await stat(source)).isDirectory();
    if (isFolder) return { files: await listFolder(source), close: () => undefined };
  } catch (error) {
    throw labError('unreadable', { file: source, reason: reasonOf(error) }, error);
  }
  try {
    const zip = await openZip(source);
    return { files: zip.files, close: () => zip[Symbol.dispose]() };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (typeof code === 'string')
      throw labError('unreadable', { file: source, reason: code }, error);
    const said = error instanceof Error ? error.message : String(error);
    throw labError('submissions-broken', { file: source, said }, error);
  }
}
