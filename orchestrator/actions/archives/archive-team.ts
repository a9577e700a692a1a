import type { Connection } from '../../adapters/docker/connection.ts';
import {
  readyFolder,
  removeDrafts,
  writeArchive,
} from '../../adapters/files/archives/write-archive.ts';
import { labError } from '../../base/lab-error.ts';
import { type ArchiveManifest, MANIFEST } from '../../model/archives/archive-manifest.ts';
import { archiveName, archiveSeries } from '../../model/archives/archive-name.ts';
import { type Closing, mergeTars, type TarSource } from '../../model/archives/merge-tars.ts';
import { verifyArchive } from '../../model/archives/verify-archive.ts';
import { printable } from '../../model/definition/text/printable.ts';
import { objectNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { imageOf } from '../../model/topology/fingerprint.ts';
import { begunWith, type ObservedLab } from '../../model/topology/observed.ts';
import { unfinishedReset } from '../../model/topology/renew.ts';
import type { Workbench } from '../workbench.ts';
import { archiveFolder, ROOTS } from './archive-sources.ts';
import { openWork } from './open-work.ts';

/** Many times what a class makes of its lab; more than that fills disks, not archives. */
const MOST_WORK = { bytes: 2 ** 30, entries: 100_000 };

/** Whose work to archive, and which verb asks. */
export interface ArchiveRequest {
  readonly connection: Connection;
  readonly prefix: string;
  readonly observed: ObservedLab;
  readonly team: TeamNumber;
  readonly reason: string;
}

/**
 * Writes a team's work (configuration, messages, home folder) to one verified `.tar.gz` in the
 * tool's state folder and returns its path. Works whether the team is up or not. More than any
 * honest team has is a `too-much-work` error.
 */
export async function archiveTeam(bench: Workbench, request: ArchiveRequest): Promise<string> {
  const { prefix, observed, team, reason } = request;
  const { lab, stage } = begunWith(observed, objectNames(prefix, team)) ?? { lab: '', stage: null };
  await using work = await openWork(request);
  const base = observed.networks[0]?.base ?? null;
  const images = imagesOf(observed, work.image);
  const said = { lab: lab ?? '', stage, reason, base, images };
  const file = await keepWork(bench, { prefix, team, sources: work.sources, said });
  bench.emit({ type: 'archived', team, file });
  return file;
}

/** Makes sure, before anything is stopped for it, that there is a place for archives. */
export function readyArchives(bench: Workbench): Promise<void> {
  return readyFolder(archiveFolder(bench));
}

/** Work to keep as an archive, and what its manifest says of it. */
export interface Keeping {
  readonly prefix: string;
  readonly team: TeamNumber;
  readonly sources: readonly TarSource[];
  readonly said: Pick<ArchiveManifest, 'lab' | 'stage' | 'reason' | 'base' | 'images'>;
}

/** Writes an archive of a team, whose lock must be ours, and returns its path. */
export async function keepWork(
  bench: Workbench,
  { prefix, team, sources, said }: Keeping,
): Promise<string> {
  const date = bench.clock.date();
  const time = date.toISOString();
  const closing: Closing = (files, content) => {
    const manifest: ArchiveManifest = {
      ...{ schema: 'lab-archive/1', team, ...said, time, content, files },
    };
    return { path: MANIFEST, text: `${JSON.stringify(manifest, null, 2)}\n` };
  };
  const merged = mergeTars(sources, closing, {
    ...MOST_WORK,
    refuse: ({ path, size }) =>
      labError('too-much-work', { team, ...MOST_WORK, path: printable(path), size }),
  });
  const folder = archiveFolder(bench);
  // The team's lock is ours: a draft of this team is a dead run's.
  await removeDrafts(folder, archiveSeries(prefix, team));
  return writeArchive(folder, archiveName(prefix, team, date), merged, async (tar) => {
    await verifyArchive(tar, ROOTS);
  });
}

/** What the team's containers are made from; a team that is down gets its PBX from the newest image. */
function imagesOf({ containers }: ObservedLab, image: string): Readonly<Record<string, string>> {
  const own = containers.flatMap(({ role, spec }) => {
    const made = imageOf(spec);
    return (role === 'pbx' || role === 'softphone') && made !== null ? [[role, made] as const] : [];
  });
  return own.length > 0 ? Object.fromEntries(own) : { pbx: image };
}

/**
 * True when a team has work of its own. Where the mark of a reset stands it hasn't: its work is in the
 * archive that was made before, and what the volumes hold by now is nobody's.
 */
export function hasWork(prefix: string, team: TeamNumber, own: ObservedLab): boolean {
  return own.volumes.length > 0 && unfinishedReset({ prefix, team }, own) === undefined;
}
