import { openResultRun } from '../../../adapters/files/results/result-run.ts';
import { labError } from '../../../base/lab-error.ts';
import { findingsOf, type GradeResult, gradeResult } from '../../../model/marking/grade-result.ts';
import {
  QUARTERS,
  quartersOf,
  type Scale,
  scaleAt,
  scaleChecks,
} from '../../../model/marking/scale.ts';
import { selectQuestions } from '../../../model/marking/select-questions.ts';
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

/** What to count, and what the teacher gives besides. */
export interface Rescoring {
  readonly decisions: readonly Decision[];
  /** `Q1.3-Q1.5,Q2.1`; without it, what was graded. */
  readonly questions?: string | undefined;
}

/**
 * Counts old evidence by a scale, with what the teacher has decided. Nothing is run. A decision about
 * nothing that was graded is a `decision-unknown` error, one of more points than there are
 * `decision-wrong`; a scale that counts what was never tried is `rescore-untried`.
 */
export function rescore(
  results: readonly GradeResult[],
  { scale, hash }: ReadSheet,
  { decisions, questions }: Rescoring,
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
    const whole = scaleAt(scale, result.stage);
    const part = questions ?? result.part;
    const counting = part === null ? whole : selectQuestions(whole, part);
    refuseUntried(result, counting);
    refuseTooMuch(own, counting);
    return gradeResult({ ...result, sheet: hash, part }, findings, counting);
  });
}

/** A check that a grading of some questions has left out is not worth nothing: nobody knows. */
function refuseUntried({ checks, team }: GradeResult, scale: Scale): void {
  const known = checks.map(({ id }) => id);
  const untried = scaleChecks(scale)
    .filter(({ id, quarters }) => quarters > 0 && !known.includes(id))
    .map(({ id }) => id);
  if (untried.length > 0) throw labError('rescore-untried', { team, checks: untried });
}

function refuseTooMuch(decisions: readonly Decision[], scale: Scale): void {
  const wrong = decisions.find(({ check, points }) => points * QUARTERS > quartersOf(scale, check));
  if (wrong === undefined) return;
  throw labError('decision-wrong', { found: `${wrong.whose}:${wrong.check}=${wrong.points}` });
}

/** Puts the new marks in the place of the old ones, beside which the old ones stay. */
export async function saveRescored(
  { clock }: Pick<Workbench, 'clock'>,
  { folder, text, failed, notes }: ReadResult,
  document: { readonly results: readonly unknown[] },
): Promise<void> {
  const run = await openResultRun(folder, clock);
  await run.keep(`before-${clock.date().toISOString().replace(/[:.]/g, '')}.json`, text);
  await run.save({ ...document, results: [...document.results, ...failed], notes });
}

function isOf({ team, submission }: GradeResult, whose: string): boolean {
  return submission === whose || String(team) === whose;
}

function hasCheck({ checks }: GradeResult, check: string): boolean {
  return checks.some(({ id }) => id === check);
}
