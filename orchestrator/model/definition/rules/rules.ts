import type { Diagnostic } from '../diagnostic.ts';
import type { Judged } from './judged.ts';
import { limitProblems } from './limit-rules.ts';
import { contextProblems, numberProblems } from './number-rules.ts';
import { stageProblems } from './stage-rules.ts';
import { addressProblems, lineProblems } from './station-rules.ts';

/** Everything that a lab file of the right form may still have wrong: names, numbers, addresses. */
export function ruleProblems(
  judged: Judged,
  templates: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  return [
    ...contextProblems(judged),
    ...numberProblems(judged),
    ...lineProblems(judged),
    ...addressProblems(judged),
    ...stageProblems(judged, templates),
    ...limitProblems(judged),
  ];
}
