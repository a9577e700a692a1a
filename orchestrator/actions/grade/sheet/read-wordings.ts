import { join } from 'node:path';
import { readBesideLab } from '../../../adapters/files/labs.ts';
import { LabError, LabProblems } from '../../../base/lab-error.ts';
import { parseWordings } from '../../../model/definition/answers/parse-wordings.ts';
import { NO_WORDINGS, type Wordings } from '../../../model/definition/answers/wordings.ts';
import { DEFAULT_LAB } from '../../read-lab.ts';
import type { Workbench } from '../../workbench.ts';

/**
 * Reads a lab's `wordings.yaml`: what is accepted of a team's words, and its text. A lab without one leaves them to
 * the teacher; whatever is wrong in it is thrown at once, as `LabProblems`.
 */
export async function readWordings(
  { surroundings }: Pick<Workbench, 'surroundings'>,
  nameOrPath: string = DEFAULT_LAB,
): Promise<{ readonly wordings: Wordings; readonly text: string }> {
  const labs = join(surroundings.installFolder, 'labs');
  const found = await readBesideLab(nameOrPath, labs, 'wordings.yaml').catch(absent);
  if (found === null) return { wordings: NO_WORDINGS, text: '' };
  const parsed = parseWordings(found.text, found.file);
  if (!parsed.ok) throw new LabProblems(parsed.problems);
  return { wordings: parsed.value, text: found.text };
}

function absent(error: unknown): null {
  if (error instanceof LabError && error.problem.code === 'lab-unreadable') {
    if (error.problem.params.reason === 'ENOENT') return null;
  }
  throw error;
}
