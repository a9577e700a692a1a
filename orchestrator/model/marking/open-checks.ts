import type { GradeResult, ResultCheck } from './grade-result.ts';

/** True for a check that counts and that nobody could tell, as long as the teacher has not decided. */
export function isOpen({ verdict, max, decided }: ResultCheck): boolean {
  return verdict === 'inconclusive' && max > 0 && decided === null;
}

/** True for a mark that may leave the tool: all is graded, and nothing that counts is open. */
export function isSettled({ final, points, checks }: GradeResult): boolean {
  return final && points !== null && !checks.some(isOpen);
}
