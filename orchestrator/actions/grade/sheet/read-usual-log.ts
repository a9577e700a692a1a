import { join } from 'node:path';
import { readBesideLab } from '../../../adapters/files/labs.ts';
import { LabError } from '../../../base/lab-error.ts';
import { DEFAULT_LAB } from '../../read-lab.ts';
import type { Installed } from '../../workbench.ts';

/**
 * Reads a lab's `usual-log.txt`: the complaints, one a line, that Asterisk has in any right lab. A lab
 * without that file has none.
 */
export async function readUsualLog(
  { surroundings }: Installed,
  nameOrPath: string = DEFAULT_LAB,
): Promise<readonly string[]> {
  try {
    const labs = join(surroundings.installFolder, 'labs');
    const { text } = await readBesideLab(nameOrPath, labs, 'usual-log.txt');
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
  } catch (error) {
    const isAbsent =
      error instanceof LabError &&
      error.problem.code === 'lab-unreadable' &&
      error.problem.params.reason === 'ENOENT';
    if (isAbsent) return [];
    throw error;
  }
}
