import { mkdir, watch } from 'node:fs/promises';

/** Calls `changed` whenever a document is kept in a folder, or removed from it, until the signal comes. */
export async function watchFolder(
  folder: string,
  changed: () => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for await (const { filename } of watch(folder, { signal })) {
      if (filename?.endsWith('.json')) changed();
    }
  } catch {
    // A folder that can't be watched keeps nothing, or the signal came: the rest is told all the same.
  }
}
