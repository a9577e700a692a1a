import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { labError } from '../../base/lab-error.ts';
import type { PaperFile } from '../../model/evidence/papers.ts';
import { reasonOf } from './draft.ts';

/** A file that was named on the command line: its content, or only its size where it is too large. */
export type NamedPaper = PaperFile | { readonly path: string; readonly size: number };

/** Reads a file of a team's that was named on the command line; else an `unreadable` error. */
export async function readPaper(file: string, most: number): Promise<NamedPaper> {
  try {
    await using handle = await open(file);
    const { size } = await handle.stat();
    const path = basename(file);
    if (size > most) return { path, size };
    return { path, bytes: await handle.readFile() };
  } catch (error) {
    throw labError('unreadable', { file, reason: reasonOf(error) }, error);
  }
}
