import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads the script with which a shell completes `lab`. */
export function readShellScript(folder: string, shell: string): Promise<string> {
  return readFile(join(folder, `lab.${shell}`), 'utf8');
}
