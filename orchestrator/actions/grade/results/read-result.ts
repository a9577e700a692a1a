import { type FoundResult, findResult } from '../../../adapters/files/results/find-result.ts';
import { labError } from '../../../base/lab-error.ts';
import type { GradeResult } from '../../../model/marking/grade-result.ts';
import type { Workbench } from '../../workbench.ts';

/** The results of a run, and the folder that holds what belongs to them. */
export interface ReadResult {
  readonly file: string;
  readonly folder: string;
  readonly text: string;
  readonly results: readonly GradeResult[];
  /** Those that got no mark, as they stand in the document; and its notes. */
  readonly failed: readonly unknown[];
  readonly notes: readonly unknown[];
}

/**
 * Reads a result that was kept, found as `findResult` finds it. What could not be graded then is
 * apart; a file that is no result is a `result-wrong` error.
 */
export async function readResult(
  { surroundings }: Pick<Workbench, 'surroundings'>,
  word?: string,
): Promise<ReadResult> {
  const found = await findResult(surroundings.stateFolder, word);
  const { results, notes } = documentOf(found);
  const failed = results.filter((one) => !isGraded(one));
  return { ...found, results: results.filter(isGraded), failed, notes };
}

function documentOf({ file, text }: FoundResult): Pick<ReadResult, 'notes'> & {
  readonly results: readonly unknown[];
} {
  try {
    const document = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (document.schema === 'lab-result/1' && Array.isArray(document.results)) {
      const { results, notes } = document;
      return { results, notes: Array.isArray(notes) ? notes : [] };
    }
  } catch (error) {
    throw labError('result-wrong', { file }, error);
  }
  throw labError('result-wrong', { file });
}

function isGraded(one: unknown): one is GradeResult {
  return typeof one === 'object' && one !== null && 'checks' in one;
}
