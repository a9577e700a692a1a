import { open } from 'node:fs/promises';
import { labError } from '../../base/lab-error.ts';
import { reasonOf } from './draft.ts';

/** More than any school's list. */
const MOST_BYTES = 4 * 2 ** 20;

/** Reads the text of a class list, in UTF-8 or, as older spreadsheets write it, in Windows' own letters. */
export async function readClassList(file: string): Promise<string> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0);
    return decoded(buffer.subarray(0, bytesRead));
  } catch (error) {
    throw labError('unreadable', { file, reason: reasonOf(error) }, error);
  }
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
