import { join } from 'node:path';
import { openArchive, readArchive } from '../../adapters/files/archives/kept-archives.ts';
import { labError } from '../../base/lab-error.ts';
import { ArchiveFault } from '../../model/archives/archive-fault.ts';
import type { ArchiveManifest } from '../../model/archives/archive-manifest.ts';
import { verifyArchive } from '../../model/archives/verify-archive.ts';
import { WORK_VOLUMES } from '../../model/topology/desired.ts';
import type { Plan } from '../../model/topology/plan.ts';
import type { Workbench } from '../workbench.ts';

/** Where archives are kept. */
export function archiveFolder({ surroundings }: Pick<Workbench, 'surroundings'>): string {
  return join(surroundings.stateFolder, 'archives');
}

/** The folders that an archive holds, without a leading slash. */
export const ROOTS = WORK_VOLUMES.map(({ path }) => path.slice(1));

/** What an archive is, once it was read whole and found sound. */
export interface SoundArchive {
  readonly manifest: ArchiveManifest;
  readonly size: number;
  readonly sha256: string;
}

/** Reads an archive whole; one that isn't sound, or another team's, is an `archive-broken` error. */
export async function soundArchive(file: string, team: number): Promise<SoundArchive> {
  try {
    const { size, sha256, found } = await readArchive(file, (tar) => verifyArchive(tar, ROOTS));
    if (found.team !== team) throw new ArchiveFault('other-team', String(found.team));
    return { manifest: found, size, sha256 };
  } catch (error) {
    if (!(error instanceof ArchiveFault)) {
      throw labError('archive-gone', { file, reason: String((error as Error).message) }, error);
    }
    throw labError('archive-broken', { file, fault: error.kind, about: error.path }, error);
  }
}

/** Gives what a plan fills volumes from, after making sure, before anything is done, that it is sound. */
export async function archiveSources(bench: Workbench, { owner, operations }: Plan) {
  const folder = archiveFolder(bench);
  for (const { action } of operations) {
    if (action.kind !== 'fill-volumes') continue;
    await soundArchive(join(folder, action.filling.archive), owner.team);
  }
  return (name: string) => openArchive(folder, name);
}
