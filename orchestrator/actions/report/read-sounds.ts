import { readKept } from '../../adapters/files/results/find-result.ts';
import { LabError } from '../../base/lab-error.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';

/** Reads the recordings of every proof, in base 64. One that is gone is left out. */
export async function readSounds(
  folder: string,
  results: readonly GradeResult[],
): Promise<ReadonlyMap<string, string>> {
  const files = results
    .flatMap(({ checks }) => checks)
    .flatMap(({ attempts }) => attempts.findLast(({ proof }) => proof !== null)?.proof ?? [])
    .flatMap(({ recordings }) => recordings.map(({ file }) => file));
  const read = async (file: string) => {
    try {
      return [[file, (await readKept(folder, file)).toString('base64')] as const];
    } catch (error) {
      if (error instanceof LabError) return [];
      throw error;
    }
  };
  return new Map((await Promise.all([...new Set(files)].map(read))).flat());
}
