import type { Readable } from 'node:stream';
import { LABELS, ROLES } from '../../model/numbering/names.ts';
import type { Connection } from './connection.ts';
import { engineCall } from './engine-errors.ts';

/** A container that is never started: volumes can be read through it, nothing in it runs. */
export interface ReadingRoom extends AsyncDisposable {
  readonly container: string;
}

/** What a reading room shows: each volume at the path where its team has it. */
export interface ReadingRoomRequest {
  readonly name: string;
  readonly prefix: string;
  readonly team: number;
  readonly image: string;
  readonly volumes: readonly { readonly name: string; readonly path: string }[];
  /** The engine doesn't put the image's files into an empty volume. */
  readonly bare?: boolean | undefined;
  /** Labels that take the place of the usual ones. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

/** Makes a reading room; disposing removes it. One left behind by a killed run is replaced. */
export async function openReadingRoom(
  { client }: Connection,
  { name, prefix, team, image, volumes, bare = false, labels }: ReadingRoomRequest,
): Promise<ReadingRoom> {
  // 409: the engine is at it already, as where the run that asked for it was killed.
  const remove = () =>
    engineCall(
      `remove ${name}`,
      () => client.getContainer(name).remove({ force: true }),
      [404, 409],
    );
  await remove();
  await engineCall(`create ${name}`, () =>
    client.createContainer({
      name,
      Image: image,
      Labels: {
        [LABELS.prefix]: prefix,
        [LABELS.team]: String(team),
        [LABELS.role]: ROLES.readingRoom,
        ...labels,
      },
      HostConfig: {
        NetworkMode: 'none',
        Mounts: volumes.map(({ name: Source, path: Target }) => ({
          Type: 'volume' as const,
          Source,
          Target,
          ...(bare && { VolumeOptions: { NoCopy: true, Labels: {}, DriverConfig: NO_DRIVER } }),
        })),
      },
    }),
  );
  return { container: name, [Symbol.asyncDispose]: async () => void (await remove()) };
}

const NO_DRIVER = { Name: '', Options: {} };

/** Fills volumes that are empty with exactly what a tar stream holds, by its paths. */
export async function fillVolumes(
  connection: Connection,
  request: Omit<ReadingRoomRequest, 'bare'>,
  content: Readable,
): Promise<void> {
  try {
    await using room = await openReadingRoom(connection, { ...request, bare: true });
    await engineCall(`write files in ${room.container}`, () =>
      connection.client.getContainer(room.container).putArchive(content, { path: '/' }),
    );
  } finally {
    content.destroy();
  }
}
