import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads a script that the tool comes with, for a kind of shell. */
export function readShellScript(folder: string, shell: string): Promise<string> {
  return readFile(join(folder, `lab.${shell}`), 'utf8');
}
