import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../../../base/clock.ts';
import { labError } from '../../../base/lab-error.ts';
import { reasonOf } from '../draft.ts';
import { jsonChunks } from './json-chunks.ts';

/** The name of a run's result, in the folder of the run. */
export const RESULT_FILE = 'result.json';

/** After a write, none for so many times as long: whoever writes all the time hears nothing in time. */
const REST = 9;

/** Where the results of every run are, below the tool's state folder. */
export function resultsFolder(stateFolder: string): string {
  return join(stateFolder, 'results');
}

/** One grading's folder: its result, and beside it what was handed in and recorded. */
export interface ResultRun {
  readonly folder: string;
  /**
   * Has the result written while the run goes on, whole or not at all: at once, or after a rest when it
   * was written just now. Of several that wait the last one counts; what can't be written, `save` tells.
   */
  readonly saveSoon: (document: () => object) => void;
  /** Writes the result as it is in the end, whole or not at all. */
  readonly save: (document: object) => Promise<void>;
  /** Keeps a file beside the result. */
  readonly keep: (path: string, content: string | Uint8Array) => Promise<void>;
}

/** Makes the folder of a run, where there is none. What can't be written is an `unwritable` error. */
export async function openResultRun(folder: string, clock: Clock): Promise<ResultRun> {
  await orUnwritable(folder, () => mkdir(folder, { recursive: true, mode: 0o700 }));
  const file = join(folder, RESULT_FILE);
  const ended = new AbortController();
  let next: (() => object) | null = null;
  let saving: Promise<void> | null = null;
  const saveWaiting = async () => {
    while (next !== null && !ended.signal.aborted) {
      const document = next();
      next = null;
      const began = clock.now();
      await writeWhole(file, jsonChunks(document));
      await clock.wait((clock.now() - began) * REST, ended.signal);
    }
  };
  return {
    folder,
    saveSoon: (document) => {
      next = document;
      saving ??= saveWaiting()
        .catch(() => undefined)
        .finally(() => {
          saving = null;
        });
    },
    save: async (document) => {
      ended.abort();
      await saving;
      await writeWhole(file, jsonChunks(document));
    },
    keep: (path, content) => writeWhole(join(folder, path), content),
  };
}

type Content = string | Uint8Array | Iterable<string>;

async function writeWhole(file: string, content: Content): Promise<void> {
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
