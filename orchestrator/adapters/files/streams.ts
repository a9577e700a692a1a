import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, rename, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { labError } from '../../base/lab-error.ts';

/** Writes a stream to a file, which is there whole or not at all; else an `unwritable` error. */
export async function writeStream(file: string, content: Readable): Promise<void> {
  const draft = `${file}.part`;
  try {
    await pipeline(content, createWriteStream(draft));
    await rename(draft, file);
  } catch (error) {
    // Where nothing could be written, nothing can be removed: the first error is the one to tell.
    await rm(draft, { force: true }).catch(() => undefined);
    throw labError('unwritable', { file, reason: reasonOf(error) }, error);
  }
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

function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : String(error);
}
