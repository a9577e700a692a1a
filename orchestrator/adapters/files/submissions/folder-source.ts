import { constants, createReadStream, type Dirent } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { LIMITS } from '../../../model/submission/limits.ts';
import { entryName } from './entry-name.ts';
import type { ReadableFile } from './readable-file.ts';

/** What one folder of hand-ins may hold before the rest of it is left unseen: it is refused anyway. */
const MOST_ENTRIES = 20_000;
const SLASH = Buffer.from('/');

/** Lists everything below a folder; links are named and not followed. Nothing is read. */
export async function listFolder(folder: string): Promise<readonly ReadableFile[]> {
  const root = Buffer.from(folder);
  const tops = await entriesOf(root);
  const lists = await Promise.all(tops.map((top) => listBelow(root, top)));
  return lists.flat();
}

async function listBelow(root: Buffer, top: Dirent<Buffer>): Promise<readonly ReadableFile[]> {
  const found: ReadableFile[] = [];
  const visit = async (parent: Buffer, above: string, entry: Dirent<Buffer>): Promise<void> => {
    const place = Buffer.concat([parent, SLASH, entry.name]);
    const path = `${above}${entryName(entry.name)}`;
    if (!entry.isDirectory()) {
      found.push(await fileAt(place, path, entry));
      return;
    }
    found.push({ ...nothing(path), kind: 'folder' });
    // What is too deep is refused by its path: there is no need to see more of it.
    if (Buffer.byteLength(path) > LIMITS.path) return;
    try {
      for (const inner of await entriesOf(place)) {
        if (found.length > MOST_ENTRIES) return;
        await visit(place, `${path}/`, inner);
      }
    } catch {
      found.push({ ...nothing(path), kind: 'unreadable' });
    }
  };
  await visit(root, '', top);
  return found;
}

async function fileAt(place: Buffer, path: string, entry: Dirent<Buffer>): Promise<ReadableFile> {
  if (entry.isSymbolicLink()) return { ...nothing(path), kind: 'link' };
  if (!entry.isFile()) return { ...nothing(path), kind: 'special' };
  try {
    const { size } = await lstat(place);
    return { ...nothing(path), kind: 'file', size, open: () => openFile(place) };
  } catch {
    return { ...nothing(path), kind: 'unreadable' };
  }
}

/** A file that became a link or a pipe meanwhile is neither followed nor waited for. */
async function openFile(place: Buffer) {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const handle = await open(place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  return createReadStream('', { fd: handle });
}

async function entriesOf(folder: Buffer): Promise<readonly Dirent<Buffer>[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  return entries.sort((a, b) => Buffer.compare(a.name, b.name));
}

function nothing(path: string) {
  const open = () => Promise.reject(new Error(`${path} is no file`));
  return { path, size: 0, packed: null, encrypted: false, open } as const;
}
