import { openResultRun } from '../../../adapters/files/results/result-run.ts';
import { labError } from '../../../base/lab-error.ts';
import { findingsOf, type GradeResult, gradeResult } from '../../../model/marking/grade-result.ts';
import { scaleAt } from '../../../model/marking/scale.ts';
import type { Workbench } from '../../workbench.ts';
import type { ReadSheet } from '../sheet/read-sheet.ts';
import type { ReadResult } from './read-result.ts';

/** Points that the teacher gives a check by hand, of one team or hand-in. */
export interface Decision {
  /** A team's number, or the name of what was handed in. */
  readonly whose: string;
  readonly check: string;
  readonly points: number;
}

/**
 * Counts old evidence by a scale, with what the teacher has decided. Nothing is run. A decision about
 * nothing that was graded is a `decision-unknown` error.
 */
export function rescore(
  results: readonly GradeResult[],
  { scale, hash }: ReadSheet,
  decisions: readonly Decision[],
): readonly GradeResult[] {
  for (const { whose, check } of decisions) {
    const known = results.some((result) => isOf(result, whose) && hasCheck(result, check));
    if (!known) throw labError('decision-unknown', { whose, check });
  }
  return results.map((result) => {
    const own = decisions.filter(({ whose }) => isOf(result, whose));
    const findings = findingsOf(result).map((finding) => {
      const decision = own.findLast(({ check }) => check === finding.id);
      return decision === undefined ? finding : { ...finding, decided: decision.points };
    });
    return gradeResult({ ...result, sheet: hash }, findings, scaleAt(scale, result.stage));
  });
}

/** Puts the new marks in the place of the old ones, beside which the old ones stay. */
export async function saveRescored(
  { clock }: Pick<Workbench, 'clock'>,
  { folder, text }: ReadResult,
  document: object,
): Promise<void> {
  const run = await openResultRun(folder);
  await run.keep(`before-${clock.date().toISOString().replace(/[:.]/g, '')}.json`, text);
  await run.save(document);
}

function isOf({ team, submission }: GradeResult, whose: string): boolean {
  return submission === whose || String(team) === whose;
}

function hasCheck({ checks }: GradeResult, check: string): boolean {
  return checks.some(({ id }) => id === check);
}
