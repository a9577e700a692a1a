import { open, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { labError } from '../../base/lab-error.ts';
import { nearest } from '../../model/definition/nearest.ts';

/** The text of a lab file, and the name by which to speak of it. */
export interface LabFile {
  readonly file: string;
  readonly text: string;
}

/** More than any lab file may have: the reader says that it is too large, and memory stays small. */
const READ_AT_MOST = 1024 * 1024;

/** Reads a lab by its name, a folder of `labs`, or by the path of its folder or file. */
export async function readLab(nameOrPath: string, labs: string): Promise<LabFile> {
  const known = await knownLabs(labs);
  if (known.includes(nameOrPath)) return readLabFile(join(labs, nameOrPath, 'lab.yaml'));
  const kind = await kindOf(nameOrPath);
  if (kind === 'file') return readLabFile(nameOrPath);
  const inside = join(nameOrPath, 'lab.yaml');
  if (kind === 'folder' && (await kindOf(inside)) === 'file') return readLabFile(inside);
  throw labError('lab-not-found', { name: nameOrPath, known, nearest: nearest(nameOrPath, known) });
}

/** Reads what stands beside a lab's own file, `checks.yaml`. */
export async function readBesideLab(
  nameOrPath: string,
  labs: string,
  name: string,
): Promise<LabFile> {
  const { file } = await readLab(nameOrPath, labs);
  return readLabFile(join(dirname(file), name));
}

/** The bytes of what stands beside a lab's own file; null where it is absent. */
export async function bytesBesideLab(
  nameOrPath: string,
  labs: string,
  name: string,
): Promise<Buffer | null> {
  const { file } = await readLab(nameOrPath, labs);
  const path = join(dirname(file), name);
  return (await kindOf(path)) === 'file' ? readBytes(path) : null;
}

/** The names of the labs of a folder, in order: its folders that have a `lab.yaml`. */
export async function knownLabs(labs: string): Promise<readonly string[]> {
  const entries = await readdir(labs).catch(() => []);
  const kinds = await Promise.all(entries.map((name) => kindOf(join(labs, name, 'lab.yaml'))));
  return entries.filter((_, index) => kinds[index] === 'file').sort();
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'absent'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'absent';
  }
}

async function readLabFile(file: string): Promise<LabFile> {
  return { file, text: (await readBytes(file)).toString('utf8') };
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(READ_AT_MOST), 0, READ_AT_MOST, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw labError('lab-unreadable', { file, reason }, error);
  }
}
