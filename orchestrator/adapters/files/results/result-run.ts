import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { labError } from '../../../base/lab-error.ts';
import { reasonOf } from '../draft.ts';

/** The name of a run's result, in the folder of the run. */
export const RESULT_FILE = 'result.json';

/** Where the results of every run are, below the tool's state folder. */
export function resultsFolder(stateFolder: string): string {
  return join(stateFolder, 'results');
}

/** One grading's folder: its result, and beside it what was handed in and recorded. */
export interface ResultRun {
  readonly folder: string;
  /** Writes the result as it is now, whole or not at all; of several at once the last one counts. */
  readonly save: (document: object) => Promise<void>;
  /** Keeps a file beside the result. */
  readonly keep: (path: string, content: string | Uint8Array) => Promise<void>;
}

/** Makes the folder of a run, where there is none. What can't be written is an `unwritable` error. */
export async function openResultRun(folder: string): Promise<ResultRun> {
  await orUnwritable(folder, () => mkdir(folder, { recursive: true, mode: 0o700 }));
  let next: object | null = null;
  let saving: Promise<void> = Promise.resolve();
  const saveNext = async () => {
    const document = next;
    next = null;
    if (document === null) return;
    await writeWhole(join(folder, RESULT_FILE), `${JSON.stringify(document, null, 1)}\n`);
  };
  return {
    folder,
    save: (document) => {
      next = document;
      saving = saving.catch(() => undefined).then(saveNext);
      return saving;
    },
    keep: (path, content) => writeWhole(join(folder, path), content),
  };
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const draft = `${file}.part`;
  await orUnwritable(file, async () => {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(draft, content, { mode: 0o600 });
    await rename(draft, file);
  });
}

async function orUnwritable<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw labError('unwritable', { file, reason: reasonOf(error) }, error);
  }
}
