import { diagnose } from '../../grading/diagnosis/diagnose.ts';
import type { ConfigurationFiles } from '../../model/configuration/configuration-text.ts';
import { type CauseTexts, causeText } from '../../model/definition/causes/cause-texts.ts';
import type { LabDefinition } from '../../model/definition/lab-definition.ts';
import type { GradedFinding } from '../../model/marking/grade-result.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';

/** More than a student can use at once. */
const MOST_CAUSES = 3;

/** What the reasons of failures are looked for in, and what is told of them. */
export interface Explanation {
  readonly plan: TeamPlan;
  readonly definition: Pick<LabDefinition, 'ringSeconds' | 'ringTolerance'>;
  readonly files: ConfigurationFiles;
  readonly log: readonly string[];
  readonly texts: CauseTexts;
}

/** Adds to each finding why it did not pass. No verdict and no point depends on it. */
export function explain(
  findings: readonly GradedFinding[],
  { plan, definition, files, log, texts }: Explanation,
): readonly GradedFinding[] {
  const checks = findings.map(({ id, verdict }) => ({ id, ...verdict }));
  const ring = { seconds: definition.ringSeconds, tolerance: definition.ringTolerance };
  const found = diagnose({ plan, files, log, checks, ring });
  return findings.map((finding) => ({
    ...finding,
    causes: found
      .filter((cause) => cause.checks.includes(finding.id))
      .slice(0, MOST_CAUSES)
      .map((cause) => {
        const { rule, file, line, section } = cause;
        return { rule, file, line, section, text: causeText(texts, cause) };
      }),
  }));
}
