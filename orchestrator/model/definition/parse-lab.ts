import { bad, ok, type Result } from '../../base/result.ts';
import { type Diagnostic, inReadingOrder } from './diagnostic.ts';
import type { LabDefinition } from './lab-definition.ts';
import { normalise } from './normalise.ts';
import { ruleProblems } from './rules/rules.ts';
import { labShape } from './shape/lab-shape.ts';
import { shapeProblems } from './shape/shape-problems.ts';
import { soundParts } from './shape/sound-parts.ts';
import { readLabText } from './text/lab-text.ts';

/**
 * Reads a lab file: a definition, or everything that is wrong with it, in reading order.
 * The templates are those that rendering gets; a stage may name only files that have one.
 */
export function parseLab(
  text: string,
  file: string,
  templates: ReadonlyMap<string, string>,
): Result<LabDefinition, Diagnostic> {
  const read = readLabText(text, file);
  if (!read.ok) return read;
  const judged = { parts: soundParts(read.value.data), text: read.value };
  const odd = read.value.problems;
  const judgements = [...shapeProblems(read.value, labShape), ...ruleProblems(judged, templates)];
  const problems = [...odd, ...judgements.filter((problem) => !odd.some(samePlace(problem)))];
  if (problems.length > 0) return bad(inReadingOrder(problems));
  return ok(normalise(labShape.parse(read.value.data)));
}

/** What is odd as YAML is told once, not again as a wrong value. */
function samePlace(problem: Diagnostic): (other: Diagnostic) => boolean {
  return ({ line, column }) => line === problem.line && column === problem.column;
}
