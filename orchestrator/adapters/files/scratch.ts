import { createReadStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A folder of the tool's own, for files that matter only while one piece of work goes on. */
export interface Scratch extends AsyncDisposable {
  readonly folder: string;
  readonly write: (name: string, content: Uint8Array) => Promise<string>;
  readonly read: (name: string) => Readable;
}

/** Opens a scratch folder of this name, empty; disposing removes it, and so does the next opening. */
export async function openScratch(stateFolder: string, name: string): Promise<Scratch> {
  const folder = join(stateFolder, 'scratch', name);
  const remove = () => rm(folder, { recursive: true, force: true });
  await remove();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    folder,
    write: async (file, content) => {
      const path = join(folder, file);
      await writeFile(path, content);
      return path;
    },
    read: (file) => createReadStream(join(folder, file)),
    [Symbol.asyncDispose]: remove,
  };
}
