import type { Connection } from '../../adapters/docker/connection.ts';
import { getArchive } from '../../adapters/docker/container-files.ts';
import { listImages } from '../../adapters/docker/images.ts';
import { openReadingRoom } from '../../adapters/docker/reading-room.ts';
import { removeDrafts, writeArchive } from '../../adapters/files/archives/write-archive.ts';
import { labError } from '../../base/lab-error.ts';
import { type ArchiveManifest, MANIFEST } from '../../model/archives/archive-manifest.ts';
import { archiveName, archiveSeries } from '../../model/archives/archive-name.ts';
import { mergeTars } from '../../model/archives/merge-tars.ts';
import { verifyArchive } from '../../model/archives/verify-archive.ts';
import { objectNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { WORK_VOLUMES } from '../../model/topology/desired.ts';
import { imageOf } from '../../model/topology/fingerprint.ts';
import { begunWith, type ObservedLab } from '../../model/topology/observed.ts';
import { unfinishedReset } from '../../model/topology/renew.ts';
import type { Workbench } from '../workbench.ts';
import { archiveFolder, ROOTS } from './archive-sources.ts';

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
 * tool's state folder and returns its path. Works whether the team is up or not.
 */
export async function archiveTeam(bench: Workbench, request: ArchiveRequest): Promise<string> {
  const { connection, prefix, observed, team, reason } = request;
  const names = objectNames(prefix, team);
  const date = bench.clock.date();
  const image = await pbxImage(connection);
  const volumes = WORK_VOLUMES.map(({ key, path }) => ({ name: names.volumes[key], path })).filter(
    ({ name }) => observed.volumes.some((volume) => volume.name === name),
  );
  await using room = await openReadingRoom(connection, {
    name: names.readingRoom,
    prefix,
    team,
    image,
    volumes,
  });
  const sources = volumes.map(({ path }) => ({
    path: path.slice(1),
    open: async () => {
      const tar = await getArchive(connection, room.container, path);
      if (tar === null) throw labError('archive-failed', { file: path, reason: 'not found' });
      return tar;
    },
  }));
  const { lab, stage } = begunWith(observed, names) ?? { lab: null, stage: null };
  const merged = mergeTars(sources, (files, content) => {
    const manifest: ArchiveManifest = {
      ...{ schema: 'lab-archive/1', team, lab: lab ?? '', stage, reason, time: date.toISOString() },
      base: observed.networks[0]?.base ?? null,
      images: imagesOf(observed, image),
      ...{ content, files },
    };
    return { path: MANIFEST, text: `${JSON.stringify(manifest, null, 2)}\n` };
  });
  const folder = archiveFolder(bench);
  // The team's lock is ours: a draft of this team is a dead run's.
  await removeDrafts(folder, archiveSeries(prefix, team));
  const name = archiveName(prefix, team, date);
  const file = await writeArchive(folder, name, merged, async (tar) => {
    await verifyArchive(tar, ROOTS);
  });
  bench.emit({ type: 'archived', team, file });
  return file;
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

async function pbxImage(connection: Connection): Promise<string> {
  const images = await listImages(connection);
  const image = images.find(({ role }) => role === 'pbx');
  if (image === undefined) throw labError('images-missing', {});
  return image.tag;
}
