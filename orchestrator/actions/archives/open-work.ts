import type { Connection } from '../../adapters/docker/connection.ts';
import { getArchive } from '../../adapters/docker/container-files.ts';
import { listImages } from '../../adapters/docker/images.ts';
import { openReadingRoom } from '../../adapters/docker/reading-room.ts';
import { streamOf } from '../../adapters/files/streams.ts';
import { labError } from '../../base/lab-error.ts';
import { mergeTars, type TarSource } from '../../model/archives/merge-tars.ts';
import { packTar } from '../../model/archives/tar.ts';
import { readWork, type WorkTree } from '../../model/archives/work-tree.ts';
import { objectNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { WORK_VOLUMES } from '../../model/topology/desired.ts';
import type { ObservedLab } from '../../model/topology/observed.ts';

/** Whose work to read; its lock must be ours, for there is one reading room. */
export interface WorkRequest {
  readonly connection: Connection;
  readonly prefix: string;
  readonly observed: ObservedLab;
  readonly team: TeamNumber;
}

/** A team's work to be read while this is open, and the image that it is read through. */
export interface OpenWork extends AsyncDisposable {
  readonly sources: readonly TarSource[];
  readonly image: string;
}

/** More work than this is archived, and neither compared nor written to a folder. */
const MOST_MIB = 256;

/** Opens the volumes of a team, whether it is up or not. */
export async function openWork(request: WorkRequest): Promise<OpenWork> {
  const { connection, prefix, observed, team } = request;
  const names = objectNames(prefix, team);
  const image = await pbxImage(connection);
  const volumes = WORK_VOLUMES.map(({ key, path }) => ({ name: names.volumes[key], path })).filter(
    ({ name }) => observed.volumes.some((volume) => volume.name === name),
  );
  const name = names.readingRoom;
  const room = await openReadingRoom(connection, { name, prefix, team, image, volumes });
  const sources = volumes.map(({ path }) => ({
    path: path.slice(1),
    open: async () => {
      const tar = await getArchive(connection, room.container, path);
      if (tar === null) throw labError('archive-failed', { file: path, reason: 'not found' });
      return tar;
    },
  }));
  return { sources, image, [Symbol.asyncDispose]: () => room[Symbol.asyncDispose]() };
}

/** What an image has where a team has its work: what a new team begins with, but for its stage. */
export async function pristineWork(
  { connection, prefix, team }: Omit<WorkRequest, 'observed'>,
  image: string,
): Promise<WorkTree> {
  const name = objectNames(prefix, team).readingRoom;
  await using room = await openReadingRoom(connection, { name, prefix, team, image, volumes: [] });
  const sources = WORK_VOLUMES.map(({ path }) => ({
    path: path.slice(1),
    open: async () =>
      (await getArchive(connection, room.container, path)) ?? streamOf(await packTar([])),
  }));
  // Awaited here: the room must stand until it was read.
  return await treeOf(
    team,
    mergeTars(sources, () => NO_MANIFEST),
  );
}

/** A team's work as it is now. */
export async function presentWork(request: WorkRequest): Promise<WorkTree> {
  await using work = await openWork(request);
  return await treeOf(
    request.team,
    mergeTars(work.sources, () => NO_MANIFEST),
  );
}

/** Reads work from a tar stream; too much of it is a `work-too-large` error. */
export async function treeOf(team: number, tar: ReturnType<typeof mergeTars>): Promise<WorkTree> {
  const tree = await readWork(tar, MOST_MIB * 2 ** 20);
  if (tree === null) throw labError('work-too-large', { team, mib: MOST_MIB });
  return tree;
}

const NO_MANIFEST = { path: 'manifest.json', text: '' };

async function pbxImage(connection: Connection): Promise<string> {
  const images = await listImages(connection);
  const image = images.find(({ role }) => role === 'pbx');
  if (image === undefined) throw labError('images-missing', {});
  return image.tag;
}
