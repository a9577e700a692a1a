import { join } from 'node:path';
import type { Connection } from '../adapters/docker/connection.ts';
import { getArchive } from '../adapters/docker/container-files.ts';
import { listImages } from '../adapters/docker/images.ts';
import { openReadingRoom } from '../adapters/docker/reading-room.ts';
import { removeDrafts, writeArchive } from '../adapters/files/archives.ts';
import { labError } from '../base/lab-error.ts';
import { mergeTars } from '../model/archives/merge-tars.ts';
import { type ArchiveManifest, MANIFEST, verifyArchive } from '../model/archives/verify-archive.ts';
import { objectNames } from '../model/numbering/names.ts';
import type { TeamNumber } from '../model/numbering/team-number.ts';
import { WORK_VOLUMES } from '../model/topology/desired.ts';
import type { ObservedLab } from '../model/topology/observed.ts';
import type { Workbench } from './workbench.ts';

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
  const time = bench.clock.date().toISOString();
  const volumes = WORK_VOLUMES.map(({ key, path }) => ({ name: names.volumes[key], path })).filter(
    ({ name }) => observed.volumes.some((volume) => volume.name === name),
  );
  await using room = await openReadingRoom(connection, {
    name: names.readingRoom,
    prefix,
    team,
    image: await pbxImage(connection),
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
  const stage = observed.volumes[0]?.stage ?? null;
  const lab = observed.volumes[0]?.lab ?? '';
  const merged = mergeTars(sources, (files) => {
    const manifest: ArchiveManifest = {
      schema: 'lab-archive/1',
      ...{ team, lab, stage, reason, time, files },
    };
    return { path: MANIFEST, text: `${JSON.stringify(manifest, null, 2)}\n` };
  });
  const series = `${prefix}-team${team}-`;
  const name = `${series}${time.replace(/[:.]/g, '').replace('T', '-').slice(0, 17)}`;
  const folder = join(bench.surroundings.stateFolder, 'archives');
  // The team's lock is ours: a draft of this team is a dead run's.
  await removeDrafts(folder, series);
  const file = await writeArchive(folder, name, merged, async (tar) => {
    await verifyArchive(tar);
  });
  bench.emit({ type: 'archived', team, file });
  return file;
}

async function pbxImage(connection: Connection): Promise<string> {
  const images = await listImages(connection);
  const image = images.find(({ role }) => role === 'pbx');
  if (image === undefined) throw labError('images-missing', {});
  return image.tag;
}
