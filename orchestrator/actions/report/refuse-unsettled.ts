import { labError } from '../../base/lab-error.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import { isOpen, isSettled } from '../../model/marking/open-checks.ts';

/**
 * Lets nothing pass while a mark is not final: the error names the hand-in and its check, and what to
 * type. `result` is what the grading is called on the command line.
 */
export function refuseUnsettled(results: readonly GradeResult[], result: string): void {
  const unsettled = results.find((one) => !isSettled(one));
  if (unsettled === undefined) return;
  const { team, submission, final, checks } = unsettled;
  const who = submission ?? String(team);
  const open = checks.find(isOpen);
  if (!final || open === undefined) throw labError('export-unfinished', { who, result });
  const decision = `${who}:${open.id}`;
  throw labError('export-inconclusive', { who, check: open.id, decision, result });
}
