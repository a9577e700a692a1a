import { bad, ok, type Result } from '../../../base/result.ts';
import type { Scale } from '../../marking/scale.ts';
import { type Edit, type Mutant, PAPER_FILES } from '../../mutants/mutant.ts';
import type { Original } from '../../mutants/papers/hand-in.ts';
import { type Diagnostic, inReadingOrder } from '../diagnostic.ts';
import { shapeProblems } from '../shape/shape-problems.ts';
import { readLabText } from '../text/lab-text.ts';
import { editKind, editKindProblems, mutantRuleProblems } from './mutant-rules.ts';
import { type MutantsShape, mutantsShape } from './mutants-shape.ts';

/** What a lab has that its `mutants.yaml` may speak of. */
export interface MutantsContext extends Original {
  readonly scale: Scale;
}

/** Reads `mutants.yaml`: the labs, or everything that is wrong with them, in reading order. */
export function parseMutants(
  text: string,
  file: string,
  context: MutantsContext,
): Result<readonly Mutant[], Diagnostic> {
  const read = readLabText(text, file);
  if (!read.ok) return read;
  const form = [...read.value.problems, ...shapeProblems(read.value, mutantsShape)];
  if (form.length > 0) return bad(inReadingOrder(form));
  const shape = mutantsShape.parse(read.value.data);
  const kinds = editKindProblems(shape, read.value);
  if (kinds.length > 0) return bad(inReadingOrder(kinds));
  const mutants = mutantsOf(shape);
  const problems = mutantRuleProblems(mutants, read.value, context);
  return problems.length > 0 ? bad(inReadingOrder(problems)) : ok(mutants);
}

const PAPERS: readonly string[] = Object.values(PAPER_FILES);

function mutantsOf({ mutants }: MutantsShape): readonly Mutant[] {
  return Object.entries(mutants).map(([id, { papers, edits, expect, place, ...rest }]) => ({
    ...{ id, ...rest, expect: expect ?? null },
    papers: papers || edits.some(({ file }) => PAPERS.includes(file)),
    edits: edits.flatMap((edit): Edit[] => {
      const kind = editKind(edit);
      return kind === null ? [] : [{ file: edit.file, ...kind }];
    }),
    place:
      place === undefined
        ? null
        : { file: place.file, line: place.line ?? null, section: place.section ?? null },
  }));
}
