import {
  type ComparedFiles,
  type IdenticalNote,
  identicalFiles,
} from '../../model/configuration/identical-files.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import { keptHandIn } from '../grade/results/kept-hand-in.ts';

/** Whose files are the same, as the notes' names are to be told; null where none were kept. */
export async function compareFiles(
  folder: string,
  results: readonly GradeResult[],
  nameOf: (result: GradeResult) => string,
): Promise<readonly IdenticalNote[] | null> {
  const read = await Promise.all(
    results.map(async (result): Promise<readonly ComparedFiles[]> => {
      // A result that was copied away from its folder is still worth a report.
      const kept = await keptHandIn(folder, result.kept).catch(() => null);
      if (kept === null) return [];
      const own = [...kept.files].filter(([path]) => kept.handedIn.includes(path));
      return [{ who: nameOf(result), team: result.team, files: new Map(own) }];
    }),
  );
  const found = read.flat();
  return found.length === 0 ? null : identicalFiles(found);
}
