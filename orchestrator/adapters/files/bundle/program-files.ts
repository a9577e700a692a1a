import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** A file as it is packed. */
export interface ProgramFile {
  readonly path: string;
  readonly content: Uint8Array;
  readonly mode: number;
}

/** What the tool runs with, and what its reader wants beside it. */
const PARTS = [
  ...['lab', 'package.json', 'LICENSE', 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'],
  ...['dist', 'labs', 'templates', 'images', 'completion', 'schemas', 'docs', 'installer'],
];

/** Where Node's licence is, from the folder of its program: its own archive, or Debian's package. */
const LICENCES = ['../LICENSE', '../share/doc/nodejs/LICENSE', '../share/doc/nodejs/copyright'];

/** Reads all that an installation needs, in an order of its own. */
export async function programFiles(installFolder: string): Promise<readonly ProgramFile[]> {
  const files = await Promise.all(PARTS.map((part) => filesBelow(installFolder, part)));
  return files.flat().sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Node itself and its licence, as they go along; `licence` is false where the text is not at hand. */
export async function nodeFiles(
  executable: string,
): Promise<{ readonly files: readonly ProgramFile[]; readonly licence: boolean }> {
  const program = { path: 'node/bin/node', content: await readFile(executable), mode: 0o755 };
  for (const place of LICENCES) {
    const content = await readFile(join(dirname(executable), place)).catch(() => null);
    if (content === null) continue;
    return { files: [{ path: 'node/LICENSE', content, mode: 0o644 }, program], licence: true };
  }
  return { files: [program], licence: false };
}

async function filesBelow(root: string, part: string): Promise<readonly ProgramFile[]> {
  const top = join(root, part);
  const found = await stat(top).catch(() => null);
  if (found === null) return [];
  const entries = found.isDirectory()
    ? await readdir(top, { recursive: true, withFileTypes: true })
    : null;
  const paths =
    entries === null
      ? [top]
      : entries
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name));
  const read = paths
    .filter((path) => !path.endsWith('.map'))
    .map(async (path): Promise<ProgramFile> => {
      const [content, { mode }] = await Promise.all([readFile(path), stat(path)]);
      return { path: relative(root, path), content, mode: mode & 0o100 ? 0o755 : 0o644 };
    });
  return Promise.all(read);
}
