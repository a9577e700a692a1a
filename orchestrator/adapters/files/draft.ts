import { open, rename, rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { labError } from '../../base/lab-error.ts';

/** A file in the making: it has its name once it is kept, whole. Disposing removes what wasn't kept. */
export interface Draft extends AsyncDisposable {
  /** Writes all of a stream. */
  readonly fill: (content: Readable) => Promise<void>;
  readonly keep: () => Promise<void>;
}

/** Begins a file, so that one that can't be written is an `unwritable` error before any work is done. */
export async function openDraft(file: string): Promise<Draft> {
  const draft = `${file}.part`;
  const orUnwritable = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw labError('unwritable', { file, reason: reasonOf(error) }, error);
    }
  };
  const handle = await orUnwritable(async () => {
    await refuseSpecial(file);
    return open(draft, 'w');
  });
  let kept = false;
  return {
    fill: (content) => orUnwritable(() => pipeline(content, handle.createWriteStream())),
    keep: () =>
      orUnwritable(async () => {
        await rename(draft, file);
        kept = true;
      }),
    [Symbol.asyncDispose]: async () => {
      await handle.close().catch(() => undefined);
      // Where nothing could be written, nothing can be removed: the first error is the one to tell.
      if (!kept) await rm(draft, { force: true }).catch(() => undefined);
    },
  };
}

/** Refuses what a rename can't replace: it would put a file in the place of a device (`/dev/null`), and can't replace a folder. */
export async function refuseSpecial(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory()) throw Object.assign(new Error(file), { code: 'EISDIR' });
  if (found !== null && !found.isFile()) throw Object.assign(new Error(file), { code: 'EEXIST' });
}

/** Why a file can't be had: the system's code, or all there is. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : String(error);
}
