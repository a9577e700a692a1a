import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { labError } from '../../../base/lab-error.ts';
import { reasonOf, refuseSpecial } from '../draft.ts';

/** A script and the archives behind it, in the making. Disposing removes what wasn't kept. */
export interface BundleDraft extends AsyncDisposable {
  /** Packs a stream behind what is there, and returns how many bytes it takes. */
  readonly add: (content: Readable) => Promise<number>;
  /** Writes the script, which is given the sum of all the rest, and gives the file its name. */
  readonly keep: (script: (digest: string) => string) => Promise<number>;
}

/** How much room the script has at the beginning. */
export const SCRIPT_ROOM = 24 * 1024;

/** Begins a bundle; one that can't be written is an `unwritable` error before any work is done. */
export async function openBundle(file: string): Promise<BundleDraft> {
  const draft = `${file}.part`;
  const orUnwritable = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!('code' in Object(error))) throw error;
      throw labError('unwritable', { file, reason: reasonOf(error) }, error);
    }
  };
  const handle = await orUnwritable(async () => {
    await mkdir(dirname(file), { recursive: true });
    await refuseSpecial(file);
    return open(draft, 'w', 0o755);
  });
  const hash = createHash('sha256');
  let end = SCRIPT_ROOM;
  let kept = false;
  return {
    add: (content) =>
      orUnwritable(async () => {
        const begin = end;
        const packed = createGzip();
        content.on('error', (error) => packed.destroy(error));
        content.pipe(packed);
        for await (const bytes of packed as AsyncIterable<Buffer>) {
          hash.update(bytes);
          await writeAt(handle, bytes, end);
          end += bytes.length;
        }
        return end - begin;
      }),
    keep: (script) =>
      orUnwritable(async () => {
        hash.update(padded(withoutDigest(script(''))));
        // The line that says the sum is no part of what is summed: it is put in before the padding ends.
        await writeAt(handle, Buffer.from(whole(script(hash.digest('hex')))), 0);
        await handle.sync();
        await rename(draft, file);
        kept = true;
        return end;
      }),
    [Symbol.asyncDispose]: async () => {
      await handle.close().catch(() => undefined);
      if (!kept) await rm(draft, { force: true }).catch(() => undefined);
    },
  };
}

const DIGEST_LINE = `digest=${'0'.repeat(64)}\n`;

/** The script at its full length. */
function whole(script: string): string {
  return script + '\n'.repeat(SCRIPT_ROOM - Buffer.byteLength(script));
}

function withoutDigest(script: string): string {
  return script.replace(/^digest=.*\n/m, '');
}

function padded(script: string): string {
  return script + '\n'.repeat(SCRIPT_ROOM - DIGEST_LINE.length - Buffer.byteLength(script));
}

async function writeAt(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
