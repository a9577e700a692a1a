import { createReadStream } from 'node:fs';
import { access, constants, open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { labError } from '../../base/lab-error.ts';
import { openDraft, reasonOf } from './draft.ts';

/** Writes a stream to a file, which is there whole or not at all; else an `unwritable` error. */
export async function writeStream(file: string, content: Readable): Promise<void> {
  await using draft = await openDraft(file);
  await draft.fill(content);
  await draft.keep();
}

/** Opens a file as a stream; one that can't be read is an `unreadable` error. */
export async function readStream(file: string): Promise<Readable> {
  try {
    await access(file, constants.R_OK);
  } catch (error) {
    throw labError('unreadable', { file, reason: reasonOf(error) }, error);
  }
  return createReadStream(file);
}

/** Bytes as a stream. */
export function streamOf(content: Uint8Array): Readable {
  return Readable.from([content]);
}

/**
 * Reads a file's first bytes, fewer where it has no more. What can't be read, or not twice (a pipe),
 * is an `unreadable` error.
 */
export async function readBeginning(file: string, most: number): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (found.isFIFO() || found.isSocket())
      throw Object.assign(new Error(file), { code: 'ESPIPE' });
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read({ buffer: new Uint8Array(most) });
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw labError('unreadable', { file, reason: reasonOf(error) }, error);
  }
}
