import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { LabError, labError } from '../../../base/lab-error.ts';

/** What the name of an archive ends with that isn't complete yet. */
const DRAFT = '.tar.gz.part';

/**
 * Writes a tar stream as `<name>.tar.gz`, or `<name>-2.tar.gz` where that is taken: first beside its
 * place, then flushed, read back whole and given its name, so that a file of that name is always a complete
 * one. Only where nobody else writes archives of such names meanwhile. Returns its path.
 * Any failure is an error (`archive-disk-full`, `archive-failed`, or the stream's own), leaves no
 * file and lets go of the stream.
 */
export async function writeArchive(
  folder: string,
  name: string,
  tar: Readable,
  verify: (tar: Readable) => Promise<void>,
): Promise<string> {
  let file = join(folder, `${name}.tar.gz`);
  const draft = join(folder, `${name}${DRAFT}`);
  try {
    await readyFolder(folder);
    await pipeline(tar, createGzip(), createWriteStream(draft, { mode: 0o600 }));
    await flush(draft);
    const gunzip = createGunzip();
    await Promise.all([pipeline(createReadStream(draft), gunzip), verify(gunzip)]);
    file = await settle(draft, folder, name);
    await flush(folder);
    return file;
  } catch (error) {
    tar.destroy();
    // Where nothing could be written, nothing can be removed: the first error is the one to tell.
    await rm(draft, { force: true }).catch(() => undefined);
    if (error instanceof LabError) throw error;
    if ((error as { code?: unknown }).code === 'ENOSPC') {
      throw labError('archive-disk-full', { file }, error);
    }
    throw failed(file, error);
  }
}

/** Makes the folder of archives where there is none; where it can't be, that is `archive-failed`. */
export async function readyFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw failed(folder, error);
  }
}

function failed(file: string, error: unknown): LabError {
  const reason = error instanceof Error ? error.message : String(error);
  return labError('archive-failed', { file, reason }, error);
}

/**
 * Gives a whole draft the first free name. No archive takes the place of another one, not even of one
 * of the very same second, made on another engine.
 */
async function settle(draft: string, folder: string, name: string, number = 1): Promise<string> {
  const file = join(folder, `${name}${number === 1 ? '' : `-${number}`}.tar.gz`);
  try {
    await link(draft, file);
    await rm(draft);
    return file;
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === 'EEXIST') return settle(draft, folder, name, number + 1);
    if (!NO_LINKS.includes(code)) throw error;
  }
  const taken = await access(file).then(
    () => true,
    () => false,
  );
  if (taken) return settle(draft, folder, name, number + 1);
  await rename(draft, file);
  return file;
}

/** What file systems say that have no hard links: there, only one engine's archives are kept apart. */
const NO_LINKS: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Removes the drafts, of archives whose names begin so, that killed runs left. Only where nobody else
 * writes archives of such names meanwhile.
 */
export async function removeDrafts(folder: string, beginning: string): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  const drafts = files.filter((file) => file.startsWith(beginning) && file.endsWith(DRAFT));
  await Promise.all(drafts.map((file) => rm(join(folder, file), { force: true })));
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
