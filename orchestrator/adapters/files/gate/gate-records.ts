import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '../draft.ts';
import { writeTree } from '../write-tree.ts';

/** One record as it lies in the folder. */
interface RecordFile {
  readonly name: string;
  readonly text: string;
}

/** Writes a gate's record, whole or not at all. */
export async function writeRecord(folder: string, { name, text }: RecordFile): Promise<void> {
  await writeTree(folder, [{ path: name, text }]);
}

/** Every record in a folder; none where there is no folder, or none that may be read. */
export async function readRecords(folder: string): Promise<readonly RecordFile[]> {
  const names = await readdir(folder).catch(() => []);
  const read = names
    .filter((name) => name.endsWith('.json'))
    .map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8').catch(() => '');
      return { name, text };
    });
  return Promise.all(read);
}

/** Removes a record. */
export async function removeRecord(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true }).catch((error: unknown) => {
    if (reasonOf(error) !== 'EROFS') throw error;
  });
}
