import { join } from 'node:path';
import { readBesideLab } from '../../../adapters/files/labs.ts';
import { LabProblems } from '../../../base/lab-error.ts';
import { CAUSE_RULES } from '../../../grading/diagnosis/cause-rules.ts';
import type { CauseTexts } from '../../../model/definition/causes/cause-texts.ts';
import { parseCauses } from '../../../model/definition/causes/parse-causes.ts';
import { DEFAULT_LAB } from '../../read-lab.ts';
import type { Workbench } from '../../workbench.ts';

/** Reads a lab's `causes.yaml`. Whatever is wrong in it is thrown at once, as `LabProblems`. */
export async function readCauses(
  { surroundings }: Pick<Workbench, 'surroundings'>,
  nameOrPath: string = DEFAULT_LAB,
): Promise<CauseTexts> {
  const labs = join(surroundings.installFolder, 'labs');
  const { file, text } = await readBesideLab(nameOrPath, labs, 'causes.yaml');
  const parsed = parseCauses(text, file, CAUSE_RULES);
  if (!parsed.ok) throw new LabProblems(parsed.problems);
  return parsed.value;
}
