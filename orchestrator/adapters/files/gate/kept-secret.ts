import { link, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { labError } from '../../../base/lab-error.ts';
import { reasonOf } from '../draft.ts';

/**
 * Reads a secret that only this user may read; the first who asks makes it. Two who ask at once get the
 * same. A file that can't be read or written is an `unreadable` or `unwritable` error.
 */
export async function keptSecret(file: string, make: () => string): Promise<string> {
  return (await readSecret(file)) ?? (await firstSecret(file, make));
}

async function readSecret(file: string): Promise<string | null> {
  try {
    const secret = (await readFile(file, 'utf8')).trim();
    return secret === '' ? null : secret;
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'ENOENT') return null;
    throw labError('unreadable', { file, reason }, error);
  }
}

/** Written whole before it has its name, so that nobody reads half of one. */
async function firstSecret(file: string, make: () => string): Promise<string> {
  const folder = dirname(file);
  const secret = make();
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const room = await mkdtemp(join(folder, 'new-'));
    try {
      const draft = join(room, 'secret');
      await writeFile(draft, `${secret}\n`, { mode: 0o600, flush: true });
      await link(draft, file).catch((error: unknown) => {
        if (reasonOf(error) !== 'EEXIST') throw error;
      });
    } finally {
      await rm(room, { recursive: true, force: true });
    }
  } catch (error) {
    throw labError('unwritable', { file, reason: reasonOf(error) }, error);
  }
  const kept = await readSecret(file);
  if (kept === null) throw labError('unreadable', { file, reason: 'empty' });
  return kept;
}

/** Forgets a secret: the next who asks makes another one. */
export async function forgetSecret(file: string): Promise<void> {
  try {
    await rm(file, { force: true });
  } catch (error) {
    throw labError('unwritable', { file, reason: reasonOf(error) }, error);
  }
}
