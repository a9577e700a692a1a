import type { Connection } from '../../adapters/docker/connection.ts';
import { getFiles, getTar } from '../../adapters/docker/container-files.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { openReadingRoom } from '../../adapters/docker/reading-room.ts';
import type { RoomConfiguration } from '../../adapters/docker/rooms/clean-room.ts';
import { labError } from '../../base/lab-error.ts';
import { packTar, unpackTar } from '../../model/archives/tar.ts';
import { configurationHash } from '../../model/configuration/configuration-hash.ts';
import { type ConfigurationFiles, isBlank } from '../../model/configuration/configuration-text.ts';
import { LABELS, objectNames, ROOM_ROLES, type RoomNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { type Attachments, NO_ATTACHMENTS } from '../../model/submission/submission.ts';
import { WORK_VOLUMES } from '../../model/topology/desired.ts';
import { observedTeam } from '../../model/topology/observed.ts';

/** What is graded: a copy of a team's files that nobody can change any more. */
export interface HandIn {
  readonly configuration: RoomConfiguration;
  readonly files: ConfigurationFiles;
  readonly hash: string;
  /** What was handed in beside these files; a team's own volume has nothing of the kind. */
  readonly attachments: Attachments;
  /** False for a file that is away, says nothing, or is still as it was installed. */
  readonly handedIn: (file: string) => boolean;
}

/** Without this mark the exchange would put its own files beside those of the team. */
const SEEDED = { path: 'etc/asterisk/.lab-seeded', content: new Uint8Array() };
const PRISTINE = '/usr/share/lab/pristine/etc/asterisk';

/** Whose files to copy, and how the container is called that they are read through. */
export interface SnapshotRequest {
  readonly connection: Connection;
  readonly prefix: string;
  readonly team: TeamNumber;
  readonly image: string;
  readonly names: RoomNames;
  readonly holder: string;
}

/**
 * Copies a team's whole `/etc/asterisk` out of its volume, whether the team is up or not. Nothing of
 * the team's runs meanwhile.
 */
export async function teamHandIn(request: SnapshotRequest): Promise<HandIn> {
  const { connection, prefix, team, image, names, holder } = request;
  const volume = objectNames(prefix, team).volumes.config;
  const observed = observedTeam(await observe(connection, prefix), team);
  if (!observed.volumes.some(({ name }) => name === volume))
    throw labError('team-not-up', { team });
  const [{ path }] = WORK_VOLUMES;
  await using room = await openReadingRoom(connection, {
    ...{ name: names.reading, prefix, team, image, volumes: [{ name: volume, path }] },
    labels: { [LABELS.role]: ROOM_ROLES.reading, [LABELS.holder]: holder },
  });
  const [archive, pristine] = await Promise.all([
    getTar(connection, room.container, path),
    getFiles(connection, room.container, PRISTINE),
  ]);
  const tar = archive ?? (await packTar([]));
  const files = belowAsterisk(await unpackTar(tar));
  const installed = belowAsterisk(pristine);
  return {
    configuration: {
      extent: 'whole',
      archives: [{ folder: '/etc', tar }, await seeded()],
    },
    ...{ files, hash: configurationHash(files), attachments: NO_ATTACHMENTS },
    handedIn: (file) => {
      const content = files.get(file);
      const first = installed.get(file);
      if (content === undefined || isBlank(content)) return false;
      return first === undefined || !Buffer.from(content).equals(Buffer.from(first));
    },
  };
}

/** Takes files as a team's `/etc/asterisk`, over those that come with Asterisk. */
export async function submittedHandIn(
  files: ConfigurationFiles,
  attachments: Attachments,
): Promise<HandIn> {
  const entries = [...files].map(([path, content]) => ({ path: `etc/asterisk/${path}`, content }));
  // Named apart, a folder takes the place of an installed file that has its name.
  const folders = [...foldersOf([...files.keys()])].map((path) => ({
    path: `etc/asterisk/${path}`,
    content: null,
  }));
  return {
    configuration: {
      extent: 'over-pristine',
      archives: [{ folder: '/', tar: await packTar([...folders, ...entries]) }, await seeded()],
    },
    ...{ files, hash: configurationHash(files), attachments },
    handedIn: (file) => {
      const content = files.get(file);
      return content !== undefined && !isBlank(content);
    },
  };
}

/** The same hand-in with one file of another content. */
export async function withFile(
  { configuration }: HandIn,
  file: string,
  text: string,
): Promise<RoomConfiguration> {
  const entry = { path: `etc/asterisk/${file}`, content: Buffer.from(text) };
  const tar = await packTar([entry]);
  return { ...configuration, archives: [...configuration.archives, { folder: '/', tar }] };
}

/** Every folder that paths lead through, the outer ones first. */
function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const steps = paths.map((path) => path.split('/').slice(0, -1));
  return new Set(steps.flatMap((all) => all.map((_, at) => all.slice(0, at + 1).join('/'))));
}

async function seeded() {
  return { folder: '/', tar: await packTar([SEEDED]) };
}

function belowAsterisk(
  files: readonly { readonly path: string; readonly content: Uint8Array }[],
): ConfigurationFiles {
  return new Map(
    files
      .map(({ path, content }) => [path.replace(/^\/?asterisk\//, ''), content] as const)
      .filter(([path]) => path !== '.lab-seeded'),
  );
}
