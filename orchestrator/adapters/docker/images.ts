import { Readable } from 'node:stream';
import { labError, saysDiskFull } from '../../base/lab-error.ts';
import { LABELS } from '../../model/numbering/names.ts';
import type { Connection } from './connection.ts';
import { engineCall, engineError, statusOf } from './engine-errors.ts';

/** One image of ours in the engine. Size in bytes. */
export interface EngineImage {
  readonly tag: string;
  readonly role: string;
  readonly size: number;
  readonly created: Date;
}

/** What a build needs: the context as a tar archive, and where to tell its progress. */
export interface BuildRequest {
  readonly tag: string;
  readonly role: string;
  readonly base: string;
  readonly context: Buffer;
  readonly onLine: (line: string) => void;
}

/** What Podman puts before a name without a host: the first for one that was loaded, the second for one that was made. */
const PODMAN_HOSTS = /^(localhost|docker\.io)\//;

/** True when the engine has an image under this name. */
export async function hasImage({ client }: Connection, tag: string): Promise<boolean> {
  const found = await engineCall(`look for ${tag}`, () => client.getImage(tag).inspect(), [404]);
  return found !== null;
}

/** Lists the images that carry our label, newest first. */
export async function listImages(connection: Connection): Promise<readonly EngineImage[]> {
  return (await labelledImages(connection))
    .flatMap(({ RepoTags, Labels, Size, Created }) =>
      tagsAmong(RepoTags ?? []).map((tag) => ({
        tag,
        role: Labels?.[LABELS.image] ?? '',
        size: Size,
        created: new Date(Created * 1000),
      })),
    )
    .sort((a, b) => b.created.getTime() - a.created.getTime());
}

/** What a build goes through, and what another build has replaced, is shown as `<none>:<none>`. */
function tagsAmong(names: readonly string[]): readonly string[] {
  const tags = names.filter((name) => !name.includes('<none>'));
  return [...new Set(tags.map((tag) => tag.replace(PODMAN_HOSTS, '')))];
}

async function labelledImages({ client }: Connection) {
  const filters = { label: [LABELS.image] };
  return (await engineCall('list images', () => client.listImages({ filters }))) ?? [];
}

/** Builds an image from a folder's files on a base. A failing step is an `image-build-failed` error. */
export async function buildImage({ client }: Connection, request: BuildRequest): Promise<void> {
  const { tag, role, base, context, onLine } = request;
  const stream = await engineCall(`build ${tag}`, () =>
    client.buildImage(bytes(context), {
      t: tag,
      buildargs: { BASE: base },
      labels: { [LABELS.image]: role },
      forcerm: true,
    }),
  );
  if (stream !== null) await follow(client, stream, { image: role, onLine });
}

/** Makes a base image out of a root file system (a tar stream). */
export async function importImage(
  { client }: Connection,
  rootfs: Readable,
  { tag, role }: { readonly tag: string; readonly role: string },
): Promise<void> {
  // Podman reads no `tag` here, only what stands in `repo`; for Docker the two may say the same.
  const where = { repo: tag, tag: tag.slice(tag.lastIndexOf(':') + 1) };
  const changes = [`LABEL ${LABELS.image}=${role}`];
  const stream = await engineCall(`import ${tag}`, () =>
    client.importImage(rootfs as unknown as string, { ...where, changes } as object),
  );
  if (stream !== null) await follow(client, stream, { image: role, onLine: () => undefined });
}

/** Asks the engine to fetch an image from its registry; false when it can't be had there. */
export async function pullImage(
  { client }: Connection,
  tag: string,
  onLine: (line: string) => void,
): Promise<boolean> {
  try {
    await follow(client, await client.pull(tag), { image: tag, onLine });
    return true;
  } catch (error) {
    if (statusOf(error) !== null || isBuildFailure(error)) return false;
    throw engineError(error, `pull ${tag}`);
  }
}

/** Everything about some images as one tar stream, for `loadImages` on another engine. */
export async function saveImages(
  { client }: Connection,
  tags: readonly string[],
): Promise<Readable> {
  const doing = 'save images';
  return new Promise((resolve, reject) => {
    client.modem.dial(
      {
        // docker-modem writes what follows the question mark itself, and cuts off what is there.
        path: '/images/get?',
        options: { names: [...tags] },
        method: 'GET',
        isStream: true,
        statusCodes: { 200: true },
      },
      (error, stream) => {
        if (error) reject(engineError(error, doing));
        else resolve(stream as Readable);
      },
    );
  });
}

const LOADING = 'load images';

/** Takes in what `saveImages` gave. */
export async function loadImages(connection: Connection, archive: Readable): Promise<void> {
  const { client } = connection;
  const stream = await engineCall(LOADING, () => client.loadImage(archive));
  if (stream !== null) {
    await follow(client, stream as Readable, { image: null, onLine: () => undefined });
  }
  await nameWithoutHost(connection);
}

/** Podman files a loaded image under `localhost/`, and saves it so: Docker would not find it again. */
async function nameWithoutHost(connection: Connection): Promise<void> {
  const images = await labelledImages(connection);
  for (const name of images.flatMap(({ RepoTags }) => RepoTags ?? [])) {
    const [, repo, tag] = /^localhost\/(.+):([^:]+)$/.exec(name) ?? [];
    if (repo === undefined || tag === undefined) continue;
    const image = connection.client.getImage(name);
    await engineCall(`name ${repo}:${tag}`, () => image.tag({ repo, tag }));
  }
}

interface ProgressLine {
  readonly stream?: string;
  readonly status?: string;
  readonly error?: string;
}

/** Follows what is done to one image, or to those (null) that are loaded. */
async function follow(
  client: Connection['client'],
  stream: NodeJS.ReadableStream,
  { image, onLine }: { readonly image: string | null; readonly onLine: (line: string) => void },
): Promise<void> {
  let failure: string | null = null;
  await new Promise<void>((resolve, reject) => {
    const ended = (error: Error | null) => (error ? reject(error) : resolve());
    client.modem.followProgress(stream, ended, (event: ProgressLine) => {
      if (event.error !== undefined) failure = event.error;
      const line = (event.error ?? event.stream ?? event.status ?? '').trim();
      if (line !== '') onLine(line);
    });
  }).catch((error: unknown) => {
    // The client rejects with the build's own error line; the engine's failures have a code.
    if ((error as { code?: unknown }).code !== undefined && failure === null) throw error;
    failure ??= error instanceof Error ? error.message : String(error);
  });
  if (failure === null) return;
  if (saysDiskFull(failure)) {
    throw labError('disk-full', { doing: image ?? LOADING, said: failure });
  }
  if (image === null) throw labError('image-load-failed', { said: failure });
  throw labError('image-build-failed', { image, said: failure });
}

function isBuildFailure(error: unknown): boolean {
  return (error as { problem?: { code?: string } }).problem?.code === 'image-build-failed';
}

function bytes(content: Buffer): NodeJS.ReadableStream {
  return Readable.from([content]);
}
