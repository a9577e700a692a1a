import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { labError } from '../../../base/lab-error.ts';
import { openDraft, reasonOf } from '../draft.ts';

/** Writes a report, whole or not at all, in a folder that is made where there is none. */
export async function writeReport(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
  } catch (error) {
    throw labError('unwritable', { file, reason: reasonOf(error) }, error);
  }
  await using draft = await openDraft(file);
  await draft.fill(Readable.from([Buffer.from(content)]));
  await draft.keep();
}
