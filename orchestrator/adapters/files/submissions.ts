import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { labError } from '../../base/lab-error.ts';

/** More than any configuration has; what is larger is not read. */
const MOST_BYTES = 8 * 2 ** 20;
const DEEPEST = 6;
/** What archivers and editors leave beside the files that are meant. */
const LITTER = /^(?:\.|__MACOSX$|Thumbs\.db$)/;

/** The submissions of a folder, in order: its folders. A folder that can't be read is `unreadable`. */
export async function listSubmissions(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !LITTER.test(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    throw labError('unreadable', { file: folder, reason: reasonOf(error) }, error);
  }
}

/**
 * Reads one submission: the files of the folder that holds the named ones, however deep it lies, by
 * their path in it. A link is refused, and so is more than any configuration has.
 */
export async function readSubmission(
  folder: string,
  name: string,
  meant: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const root = join(folder, name);
  const paths = await filesBelow(root, name, '', 0);
  const homes = paths
    .filter((path) => meant.includes(path.split('/').at(-1) ?? ''))
    .map((path) => path.slice(0, path.lastIndexOf('/') + 1))
    .sort((a, b) => a.length - b.length);
  const home = homes[0] ?? '';
  const own = paths.filter((path) => path.startsWith(home));
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const path of own) {
    bytes += (await lstat(join(root, path))).size;
    if (bytes > MOST_BYTES) {
      throw labError('submission-too-large', { submission: name, most: MOST_BYTES });
    }
    files.set(path.slice(home.length), await readFile(join(root, path)));
  }
  return files;
}

async function filesBelow(
  root: string,
  submission: string,
  below: string,
  depth: number,
): Promise<readonly string[]> {
  if (depth > DEEPEST) return [];
  const entries = await readdir(join(root, below), { withFileTypes: true });
  const found = entries
    .filter(({ name }) => !LITTER.test(name))
    .map(async (entry) => {
      const path = `${below}${entry.name}`;
      if (entry.isSymbolicLink()) throw labError('submission-link', { submission, path });
      if (entry.isDirectory()) return filesBelow(root, submission, `${path}/`, depth + 1);
      return entry.isFile() ? [path] : [];
    });
  return (await Promise.all(found)).flat().sort();
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
