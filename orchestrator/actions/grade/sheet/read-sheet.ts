import { join } from 'node:path';
import { readBesideLab } from '../../../adapters/files/labs.ts';
import { LabProblems } from '../../../base/lab-error.ts';
import { PAPER_CHECKS } from '../../../grading/paper-checks.ts';
import { gradingIds } from '../../../grading/plan-grading.ts';
import { contentHash } from '../../../model/configuration/content-hash.ts';
import type { Wordings } from '../../../model/definition/answers/wordings.ts';
import type { CauseTexts } from '../../../model/definition/causes/cause-texts.ts';
import { parseScale } from '../../../model/definition/scale/parse-scale.ts';
import type { Scale } from '../../../model/marking/scale.ts';
import { ALL_TEAMS } from '../../../model/numbering/team-number.ts';
import { teamPlan } from '../../../model/numbering/team-plan.ts';
import { DEFAULT_LAB, type ReadLab } from '../../read-lab.ts';
import type { Workbench } from '../../workbench.ts';
import { readCauses } from './read-causes.ts';
import { readUsualLog } from './read-usual-log.ts';
import { readWordings } from './read-wordings.ts';

/** How a lab is marked, and one hash of the files that say so. */
export interface ReadSheet {
  readonly scale: Scale;
  /** What is accepted of a team's words. */
  readonly wordings: Wordings;
  /** What Asterisk complains of in any right lab. */
  readonly usual: readonly string[];
  /** How causes of failures are told. */
  readonly causes: CauseTexts;
  readonly hash: string;
}

/** Reads a lab's `checks.yaml` and what stands beside it. Whatever is wrong there is thrown at once, as `LabProblems`. */
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
  const parsed = parseScale(text, file, { checks: [...checks, ...PAPER_CHECKS], stages });
  if (!parsed.ok) throw new LabProblems(parsed.problems);
  const { wordings, text: accepted } = await readWordings({ surroundings }, nameOrPath);
  const usual = await readUsualLog({ surroundings }, nameOrPath);
  const causes = await readCauses({ surroundings }, nameOrPath);
  return {
    scale: parsed.value,
    wordings,
    usual,
    causes,
    hash: contentHash(Buffer.from(text + accepted)),
  };
}
