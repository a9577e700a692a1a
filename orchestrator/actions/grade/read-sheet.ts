import { join } from 'node:path';
import { readBesideLab } from '../../adapters/files/labs.ts';
import { LabProblems } from '../../base/lab-error.ts';
import { gradingIds } from '../../grading/plan-grading.ts';
import { textHash } from '../../model/configuration/configuration-hash.ts';
import { parseScale } from '../../model/definition/scale/parse-scale.ts';
import type { Scale } from '../../model/marking/scale.ts';
import { ALL_TEAMS } from '../../model/numbering/team-number.ts';
import { teamPlan } from '../../model/numbering/team-plan.ts';
import { DEFAULT_LAB, type ReadLab } from '../read-lab.ts';
import type { Workbench } from '../workbench.ts';

/** How a lab is marked, and the hash of the file that says so. */
export interface ReadSheet {
  readonly scale: Scale;
  readonly hash: string;
}

/** Reads a lab's `checks.yaml`. Whatever is wrong in it is thrown at once, as `LabProblems`. */
export async function readSheet(
  { surroundings }: Pick<Workbench, 'surroundings'>,
  { definition }: ReadLab,
  nameOrPath: string = DEFAULT_LAB,
): Promise<ReadSheet> {
  const labs = join(surroundings.installFolder, 'labs');
  const { file, text } = await readBesideLab(nameOrPath, labs, 'checks.yaml');
  const checks = ALL_TEAMS.slice(0, 1).flatMap((team) =>
    gradingIds({ plan: teamPlan(team, definition.layout, { prefix: '' }), definition }),
  );
  const stages = definition.stages.map(({ name }) => name);
  const parsed = parseScale(text, file, { checks, stages });
  if (!parsed.ok) throw new LabProblems(parsed.problems);
  return { scale: parsed.value, hash: textHash(text) };
}
