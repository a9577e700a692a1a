import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { labError } from '../../../base/lab-error.ts';
import { reasonOf } from '../draft.ts';
import { RESULT_FILE, resultsFolder } from './result-run.ts';

/** A result as it was written, and the folder that holds what belongs to it. */
export interface FoundResult {
  readonly file: string;
  readonly folder: string;
  readonly text: string;
}

/**
 * Finds a result by its file, its folder, or the id of its run; without a word, the latest one. None
 * is a `result-not-found` error, one that can't be read `unreadable`.
 */
export async function findResult(stateFolder: string, word?: string): Promise<FoundResult> {
  const results = resultsFolder(stateFolder);
  const candidates =
    word === undefined
      ? (await runsOf(results)).map((id) => join(results, id, RESULT_FILE))
      : [word, join(word, RESULT_FILE), join(results, word, RESULT_FILE)];
  for (const file of candidates) {
    const found = await stat(file).catch(() => null);
    if (found?.isFile()) return { file, folder: dirname(file), text: await textOf(file) };
  }
  throw labError('result-not-found', { word: word ?? '', folder: results });
}

/** Reads a file that was kept with a result. */
export async function readKept(folder: string, path: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, path));
  } catch (error) {
    throw labError('unreadable', { file: join(folder, path), reason: reasonOf(error) }, error);
  }
}

/** The runs that there are, the latest first: their ids begin with their time. */
async function runsOf(results: string): Promise<readonly string[]> {
  const ids = await readdir(results).catch(() => []);
  return ids.sort().reverse();
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw labError('unreadable', { file, reason: reasonOf(error) }, error);
  }
}
