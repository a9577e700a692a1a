import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Reads every template of a folder, by its path in it with `/` between folders. */
export async function readTemplates(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return new Map(
    files.map((file, index) => [relative(folder, file).split(sep).join('/'), texts[index] ?? '']),
  );
}
