import { readFile } from 'node:fs/promises';
import { LabProblems, labError } from '../../../base/lab-error.ts';
import { reasonOf } from '../draft.ts';

/** Reads a CSV so that writing the text gives the same bytes: UTF-8, a byte order mark kept. */
export async function readWorksheet(file: string): Promise<string> {
  const bytes = await contentOf(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    const problem = { code: 'worksheet-broken', params: { said: 'UTF-8' } } as const;
    throw Object.assign(new LabProblems([{ ...problem, file, line: 1, column: 1 }]), {
      cause: error,
    });
  }
}

async function contentOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw labError('unreadable', { file, reason: reasonOf(error) }, error);
  }
}
