import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { entryName } from './entry-name.ts';
import type { ReadableFile } from './readable-file.ts';

/** An archive with its table of contents read; what is in it is read where it is asked for. */
export interface ZipSource extends Disposable {
  readonly files: readonly ReadableFile[];
}

const OPTIONS = {
  autoClose: false,
  lazyEntries: true,
  decodeStrings: false,
  validateEntrySizes: true,
};
/** The table of contents itself may be hostile. */
const MOST_ENTRIES = 200_000;

/** Opens a zip by its path or from memory; a broken one is an error with the library's own words. */
export async function openZip(source: string | Buffer, most = MOST_ENTRIES): Promise<ZipSource> {
  const open =
    typeof source === 'string' ? openPromise(source, OPTIONS) : fromBufferPromise(source, OPTIONS);
  const zip = await open;
  try {
    const files: ReadableFile[] = [];
    for await (const entry of zip.eachEntry()) {
      files.push(readable(zip, entry));
      if (files.length > most) break;
    }
    return { files, [Symbol.dispose]: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function readable(zip: ZipFile, entry: Entry): ReadableFile {
  const path = entryName(entry.fileNameRaw).replaceAll('\\', '/');
  return {
    ...{ path, kind: kindOf(entry, path), encrypted: entry.isEncrypted() },
    ...{ size: entry.uncompressedSize, packed: entry.compressedSize },
    open: () => zip.openReadStreamPromise(entry),
  };
}

const UNIX = [3, 19];
const FILE_TYPE = 0o170_000;
const LINK = 0o120_000;
const FOLDER = 0o040_000;
const REGULAR = [0, 0o100_000];

function kindOf(
  { versionMadeBy, externalFileAttributes }: Entry,
  path: string,
): ReadableFile['kind'] {
  const unix = UNIX.includes(versionMadeBy >>> 8);
  const type = unix ? (externalFileAttributes >>> 16) & FILE_TYPE : 0;
  if (type === LINK) return 'link';
  if (path.endsWith('/') || type === FOLDER) return 'folder';
  return REGULAR.includes(type) ? 'file' : 'special';
}
