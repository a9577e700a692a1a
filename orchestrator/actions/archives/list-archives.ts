import { keptArchives } from '../../adapters/files/archives/kept-archives.ts';
import { LabError } from '../../base/lab-error.ts';
import type { Workbench } from '../workbench.ts';
import { archiveFolder, type SoundArchive, soundArchive } from './archive-sources.ts';

/** One archive in the tool's folder: what it is, or the error for which it can't be used. */
export interface ListedArchive {
  readonly team: number;
  readonly id: string;
  readonly file: string;
  readonly sound: SoundArchive | null;
  readonly error: LabError | null;
}

/** Reads every archive of these teams, the newest first. */
export async function listArchives(
  bench: Pick<Workbench, 'surroundings'>,
  { prefix, teams }: { readonly prefix: string; readonly teams: readonly number[] },
): Promise<readonly ListedArchive[]> {
  const kept = await keptArchives(archiveFolder(bench), prefix, teams);
  const listed: ListedArchive[] = [];
  // One after the other: reading is what it takes, and there is one disk.
  for (const { team, id, file } of kept.toReversed()) {
    try {
      listed.push({ team, id, file, sound: await soundArchive(file, team), error: null });
    } catch (error) {
      if (!(error instanceof LabError)) throw error;
      listed.push({ team, id, file, sound: null, error });
    }
  }
  return listed;
}
