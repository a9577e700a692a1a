import { join } from 'node:path';
import { bytesBesideLab, readBesideLab } from '../../adapters/files/labs.ts';
import { LabProblems } from '../../base/lab-error.ts';
import { lastStage } from '../../model/definition/lab-definition.ts';
import { parseMutants } from '../../model/definition/mutants/parse-mutants.ts';
import { unknownLabs } from '../../model/definition/mutants/selftest-lists.ts';
import type { Texts } from '../../model/mutants/apply-edits.ts';
import { type Mutant, PAPER_FILES } from '../../model/mutants/mutant.ts';
import type { RightPapers } from '../../model/mutants/papers/hand-in.ts';
import { ALL_TEAMS, type TeamNumber } from '../../model/numbering/team-number.ts';
import { teamPlan } from '../../model/numbering/team-plan.ts';
import { renderStage } from '../../model/rendering/render-stage.ts';
import type { ReadSheet } from '../grade/sheet/read-sheet.ts';
import { DEFAULT_LAB, type ReadLab } from '../read-lab.ts';
import type { Workbench } from '../workbench.ts';

/** The solution itself, as `checks.yaml` calls it. */
export const REFERENCE: Mutant = {
  ...{ id: 'reference', about: { fr: 'La solution', en: 'The solution' }, edits: [], papers: true },
  ...{ expect: null, faults: 1, cause: [], place: null },
};

/** The labs to grade, and what right ones hand in beside their files. */
export interface ReadMutants {
  readonly mutants: readonly Mutant[];
  readonly papers: RightPapers | null;
}

/**
 * Reads a lab's `mutants.yaml`, the solution itself first. Whatever is wrong in it, or in the lists
 * of `checks.yaml`, is thrown at once, as `LabProblems`.
 */
export async function readMutants(
  { surroundings }: Pick<Workbench, 'surroundings'>,
  { lab, sheet }: { readonly lab: ReadLab; readonly sheet: ReadSheet },
  nameOrPath: string = DEFAULT_LAB,
): Promise<ReadMutants> {
  const labs = join(surroundings.installFolder, 'labs');
  const [{ file, text }, checks, papers] = await Promise.all([
    readBesideLab(nameOrPath, labs, 'mutants.yaml'),
    readBesideLab(nameOrPath, labs, 'checks.yaml'),
    readRightPapers(nameOrPath, labs),
  ]);
  const { scale } = sheet;
  const mutants = ALL_TEAMS.map((team) =>
    parseMutants(text, file, { scale, papers, ...originalOf(lab, team) }),
  );
  const [parsed] = mutants;
  const wrong = mutants.find(({ ok }) => !ok);
  if (wrong?.ok === false) throw new LabProblems(wrong.problems);
  const all = [REFERENCE, ...(parsed?.ok === true ? parsed.value : [])];
  const problems = unknownLabs(
    { scale, ...checks },
    all.map(({ id }) => id),
  );
  if (problems.length > 0) throw new LabProblems(problems);
  return { mutants: all, papers };
}

/** What a lab's folder `papers` has; null where either is absent. */
async function readRightPapers(nameOrPath: string, labs: string): Promise<RightPapers | null> {
  const [answers, capture] = await Promise.all(
    [PAPER_FILES.answers, PAPER_FILES.capture].map((name) =>
      bytesBesideLab(nameOrPath, labs, join('papers', name)),
    ),
  );
  if (!answers || !capture) return null;
  return { answers: answers.toString('utf8'), capture };
}

/** What a team's labs are edits of, but for its papers. */
export function originalOf(lab: ReadLab, team: TeamNumber, base = lab.definition.layout.base) {
  return { team, base, solution: solutionTexts(lab, team) };
}

/** The solution of a team, by file name. */
export function solutionTexts({ definition, templates }: ReadLab, team: TeamNumber): Texts {
  const plan = teamPlan(team, definition.layout, { prefix: '' });
  const files = renderStage(definition, plan, lastStage(definition), templates);
  return new Map(files.map(({ path, text }) => [path.replace('/etc/asterisk/', ''), text]));
}
