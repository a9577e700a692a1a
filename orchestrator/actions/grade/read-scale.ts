import { join } from 'node:path';
import { readBesideLab } from '../../adapters/files/labs.ts';
import { LabProblems } from '../../base/lab-error.ts';
import { PAPER_CHECKS } from '../../grading/paper-checks.ts';
import { planGrading } from '../../grading/plan-grading.ts';
import { parseScale } from '../../model/definition/scale/parse-scale.ts';
import type { Scale } from '../../model/marking/scale.ts';
import { ALL_TEAMS } from '../../model/numbering/team-number.ts';
import { teamPlan } from '../../model/numbering/team-plan.ts';
import { DEFAULT_LAB, type ReadLab } from '../read-lab.ts';
import type { Workbench } from '../workbench.ts';

/** Reads a lab's `checks.yaml`. Whatever is wrong in it is thrown at once, as `LabProblems`. */
export async function readScale(
  { surroundings }: Pick<Workbench, 'surroundings'>,
  { definition }: ReadLab,
  nameOrPath: string = DEFAULT_LAB,
): Promise<Scale> {
  const labs = join(surroundings.installFolder, 'labs');
  const { file, text } = await readBesideLab(nameOrPath, labs, 'checks.yaml');
  const known = ALL_TEAMS.slice(0, 1).flatMap((team) => {
    const plan = teamPlan(team, definition.layout, { prefix: '' });
    return planGrading({ plan, definition, templates: [], now: () => 0 }).map(({ id }) => id);
  });
  const parsed = parseScale(text, file, [...known, ...PAPER_CHECKS]);
  if (!parsed.ok) throw new LabProblems(parsed.problems);
  return parsed.value;
}
