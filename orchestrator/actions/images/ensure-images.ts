import type { Connection } from '../../adapters/docker/connection.ts';
import { buildImage, hasImage, pullImage } from '../../adapters/docker/images.ts';
import { readImageFolder } from '../../adapters/files/image-folders.ts';
import { inPhase } from '../../base/event.ts';
import { packTar } from '../../model/archives/tar.ts';
import {
  type ImageFolder,
  type ImageName,
  imageBase,
  imageTag,
  parentImage,
} from '../../model/images/image-folder.ts';
import type { Installed, Workbench } from '../workbench.ts';
import { loadShelved } from './load-shelved.ts';
import { type BaseMaker, makeBase } from './make-base.ts';

/** One image as it should be: its tag, and whether it had to be built. */
export interface EnsuredImage {
  readonly name: ImageName;
  readonly tag: string;
  readonly built: boolean;
}

/** Which images must be there, in which engine, and whether that engine reaches a registry. */
export interface EnsureRequest {
  readonly connection: Connection;
  readonly names: readonly ImageName[];
  readonly registry: boolean;
}

/** The images that this version of the tool uses, built or not; asks no engine. */
export function wantedImages(
  { surroundings }: Installed,
  names: readonly ImageName[],
): Promise<readonly WantedImage[]> {
  return Promise.all(names.map((name) => wantedImage(surroundings.installFolder, name)));
}

interface WantedImage {
  readonly name: ImageName;
  readonly folder: ImageFolder;
  readonly tag: string;
  /** The image of ours that it is built on. */
  readonly parent: WantedImage | null;
}

async function wantedImage(installFolder: string, name: ImageName): Promise<WantedImage> {
  const folder = await readImageFolder(installFolder, name);
  const below = parentImage(folder);
  const parent = below === null ? null : await wantedImage(installFolder, below);
  return { name, folder, tag: imageTag(folder, parent?.tag), parent };
}

/** Builds the images that are missing or stale, side by side; the others are left alone. */
export async function ensureImages(
  bench: Workbench,
  request: EnsureRequest,
): Promise<readonly EnsuredImage[]> {
  const { connection, names } = request;
  const look = async () =>
    Promise.all(
      (await wantedImages(bench, names)).map(async (image) => ({
        ...image,
        built: !(await hasImage(connection, image.tag)),
      })),
    );
  let wanted = await look();
  if (wanted.some(({ built }) => built) && (await loadShelved(bench, connection))) {
    wanted = await look();
  }
  const missing = wanted.filter(({ built }) => built);
  if (missing.length > 0) {
    const context = {
      phase: 'images',
      team: null,
      emit: bench.emit,
      now: bench.clock.now,
    } as const;
    await inPhase(context, async () => {
      const built = new Map<string, Promise<void>>();
      const builds = missing.map((image) => buildOnce(bench, request, image, built));
      const failed = (await Promise.allSettled(builds)).find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    });
  }
  return wanted.map(({ name, tag, built }) => ({ name, tag, built }));
}

/** What several images are built on is built once, before them. */
function buildOnce(
  bench: Workbench,
  request: EnsureRequest,
  image: WantedImage,
  built: Map<string, Promise<void>>,
): Promise<void> {
  const known = built.get(image.tag);
  if (known !== undefined) return known;
  const building = build(bench, request, image, built);
  built.set(image.tag, building);
  return building;
}

async function build(
  bench: Workbench,
  request: EnsureRequest,
  { folder, tag, parent }: WantedImage,
  built: Map<string, Promise<void>>,
): Promise<void> {
  const { connection, registry } = request;
  const onLine = (line: string) => bench.emit({ type: 'log', source: folder.name, line });
  if (parent !== null && !(await hasImage(connection, parent.tag))) {
    await buildOnce(bench, request, parent, built);
  }
  const base = parent?.tag ?? (await findBase(bench, { connection, folder, registry, onLine }));
  const context = await packTar(folder.files);
  bench.signal.throwIfAborted();
  await buildImage(connection, { tag, role: folder.name, base, context, onLine });
}

/** A base that is there, else the registry's, else one made here out of Debian's packages. */
async function findBase(bench: Workbench, maker: BaseMaker & { readonly registry: boolean }) {
  const { connection, folder, registry, onLine } = maker;
  const base = imageBase(folder);
  if (await hasImage(connection, base.tag)) return base.tag;
  if (await hasImage(connection, base.registry)) return base.registry;
  if (registry && (await pullImage(connection, base.registry, onLine))) return base.registry;
  await makeBase(bench, maker);
  return base.tag;
}
