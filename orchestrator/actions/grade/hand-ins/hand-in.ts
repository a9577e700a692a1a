import type { Connection } from '../../../adapters/docker/connection.ts';
import { getFiles, getTar } from '../../../adapters/docker/container-files.ts';
import { observe } from '../../../adapters/docker/observe.ts';
import { openReadingRoom } from '../../../adapters/docker/reading-room.ts';
import type { RoomArchive, RoomConfiguration } from '../../../adapters/docker/rooms/clean-room.ts';
import { labError } from '../../../base/lab-error.ts';
import { packTar, unpackTar } from '../../../model/archives/tar.ts';
import { configurationHash } from '../../../model/configuration/configuration-hash.ts';
import {
  type ConfigurationFiles,
  declaresBoxes,
  isBlank,
} from '../../../model/configuration/configuration-text.ts';
import { isInstalled, type LabDefinition } from '../../../model/definition/lab-definition.ts';
import type { Papers } from '../../../model/evidence/papers.ts';
import type { ServerEvidence } from '../../../model/evidence/server-evidence.ts';
import { LABELS, objectNames, ROOM_ROLES, type RoomNames } from '../../../model/numbering/names.ts';
import type { TeamNumber } from '../../../model/numbering/team-number.ts';
import type { RenderedFile } from '../../../model/rendering/rendered-file.ts';
import { type Attachments, NO_ATTACHMENTS } from '../../../model/submission/submission.ts';
import { WORK_VOLUMES } from '../../../model/topology/desired.ts';
import { observedTeam } from '../../../model/topology/observed.ts';
import { teamPapers } from '../papers/team-papers.ts';
import { PRISTINE } from './pristine-place.ts';
import { serverEvidence } from './server-evidence.ts';

/** What is graded: a copy of a team's files that nobody can change any more. */
export interface HandIn {
  readonly configuration: RoomConfiguration;
  readonly files: ConfigurationFiles;
  readonly hash: string;
  /** Whether Asterisk is installed on the server that the files are of, and by whom. */
  readonly server: ServerEvidence;
  /** Captures and answers, which no clean room gets. */
  readonly papers: Papers;
  /** What nobody but the teacher can judge. */
  readonly reports: Attachments['reports'];
  /** The files that say something, and something else than what Asterisk is installed with. */
  readonly handedIn: readonly string[];
  /** The stage that the team is at. */
  readonly stage: string;
  /** The files as one archive, and the folder that it is unpacked in. */
  readonly snapshot: RoomArchive;
  /** Asterisk's own logger.conf, where it takes the place of the team's; null: none was there. */
  readonly logger: Uint8Array | null;
}

/** Without this mark the exchange would put its own files beside those of the team. */
const SEEDED = { path: 'etc/asterisk/.lab-seeded', content: new Uint8Array() };
/** The log tells whether Asterisk complains: what is written into it is no team's choice. */
const LOGGER = 'logger.conf';

/** Thirty times what Asterisk is installed with: it is all in memory, and more than once. */
const MOST_BYTES = 64 * 2 ** 20;
/** What a tar archive spends on an empty file. */
const TAR_BLOCK = 512;

/** Whose files to copy, and how the container is called that they are read through. */
export interface SnapshotRequest {
  readonly connection: Connection;
  readonly prefix: string;
  readonly team: TeamNumber;
  readonly image: string;
  readonly definition: LabDefinition;
  readonly names: RoomNames;
  readonly holder: string;
}

/**
 * Copies a team's whole `/etc/asterisk` out of its volume, whether the team is up or not. Nothing of
 * the team's runs meanwhile.
 */
export async function teamHandIn(request: SnapshotRequest): Promise<HandIn> {
  const { connection, prefix, team, image, definition, names, holder } = request;
  const volume = objectNames(prefix, team).volumes.config;
  const observed = observedTeam(await observe(connection, prefix), team);
  const volumes = observed.volumes.filter(({ name }) => name === volume);
  if (volumes.length === 0) throw labError('team-not-up', { team });
  const stage = volumes[0]?.stage ?? '';
  const [{ path }] = WORK_VOLUMES;
  await using room = await openReadingRoom(connection, {
    ...{ name: names.reading, prefix, team, image, volumes: [{ name: volume, path }] },
    labels: { [LABELS.role]: ROOM_ROLES.reading, [LABELS.holder]: holder },
  });
  const [archive, pristine, server] = await Promise.all([
    getTar(connection, { container: room.container, path, most: MOST_BYTES }),
    getFiles(connection, room.container, PRISTINE),
    serverEvidence(connection, {
      installed: isInstalled(definition, stage),
      server: objectNames(prefix, team).pbx,
      pristine: room.container,
    }),
  ]);
  if (archive === 'too-large') {
    const most = { bytes: MOST_BYTES, entries: MOST_BYTES / TAR_BLOCK };
    throw labError('too-much-work', { team, ...most, path, size: null });
  }
  const tar = archive ?? (await packTar([]));
  const installed = belowAsterisk(pristine);
  return handInOf({
    ...{
      extent: 'whole',
      snapshot: { folder: '/etc', tar },
      stage,
      papers: await teamPapers(request),
      server,
      reports: NO_ATTACHMENTS.reports,
      logger: installed.get(LOGGER) ?? null,
    },
    entries: await unpackTar(tar),
    handedIn: (files) => saying(files, installed),
  });
}

/** Takes files as a team's `/etc/asterisk`, over those that come with Asterisk. */
export async function submittedHandIn(
  files: ConfigurationFiles,
  { captures, answers, reports }: Attachments,
  { stage, installed }: { readonly stage: string; readonly installed: ConfigurationFiles },
): Promise<HandIn> {
  const entries = [...files]
    .filter(([path]) => path !== LOGGER)
    .map(([path, content]) => ({ path: `etc/asterisk/${path}`, content }));
  // Named apart, a folder takes the place of an installed file that has its name.
  const folders = [...foldersOf([...files.keys()])].map((path) => ({
    path: `etc/asterisk/${path}`,
    content: null,
  }));
  const snapshot = { folder: '/', tar: await packTar([...folders, ...entries]) };
  return handInOf({
    ...{ extent: 'over-pristine', snapshot, entries, stage },
    handedIn: (own: ConfigurationFiles) => saying(own, installed),
    papers: { captures, answers: answers[0] ?? null, oversized: [] },
    ...{ reports, server: { by: 'nobody' }, logger: null },
  });
}

/** What a hand-in is made of. */
export interface HandInParts {
  readonly reports: Attachments['reports'];
  readonly papers: Papers;
  readonly extent: RoomConfiguration['extent'];
  readonly snapshot: RoomArchive;
  /** What is in the snapshot. */
  readonly entries: readonly { readonly path: string; readonly content: Uint8Array }[];
  readonly handedIn: (files: ConfigurationFiles) => readonly string[];
  readonly stage: string;
  readonly server: ServerEvidence;
  /** What the log is to hold, where a team could have said otherwise. */
  readonly logger: Uint8Array | null;
}

/** Makes a hand-in of a snapshot. */
export async function handInOf(parts: HandInParts): Promise<HandIn> {
  const { extent, snapshot, entries, handedIn, stage, papers, reports, server, logger } = parts;
  const files = belowAsterisk(entries);
  return {
    configuration: { extent, archives: [snapshot, await seeded(), await usualLogger(logger)] },
    ...{
      files,
      hash: configurationHash(files),
      handedIn: handedIn(files),
      stage,
      snapshot,
      papers,
      reports,
      server,
      logger,
    },
  };
}

const ACCOUNTS = 'users.conf';
const BOXES = 'voicemail.conf';

/**
 * The files that say something, and not what those of the same names in `installed` say. Boxes may
 * stand in users.conf as well.
 */
function saying(files: ConfigurationFiles, installed: ConfigurationFiles): readonly string[] {
  const own = [...files.keys()].filter((file) => {
    const content = files.get(file);
    const first = installed.get(file);
    if (content === undefined || isBlank(content)) return false;
    return first === undefined || !Buffer.from(content).equals(Buffer.from(first));
  });
  const boxes = own.includes(ACCOUNTS) && declaresBoxes(files.get(ACCOUNTS));
  return boxes && !own.includes(BOXES) ? [...own, BOXES] : own;
}

/** The same hand-in with some files of another content; paths begin with `/etc/asterisk/`. */
export async function withFiles(
  { configuration }: HandIn,
  files: readonly RenderedFile[],
): Promise<RoomConfiguration> {
  const entries = files.map(({ path, text }) => ({
    ...{ path: path.slice(1), content: Buffer.from(text) },
  }));
  const tar = await packTar(entries);
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

async function usualLogger(logger: Uint8Array | null): Promise<RoomArchive> {
  const entries = logger === null ? [] : [{ path: `etc/asterisk/${LOGGER}`, content: logger }];
  return { folder: '/', tar: await packTar(entries) };
}

/** Files by their paths below `/etc/asterisk`. */
export function belowAsterisk(
  files: readonly { readonly path: string; readonly content: Uint8Array }[],
): ConfigurationFiles {
  return new Map(
    files
      .map(({ path, content }) => [path.replace(/^\/?(?:etc\/)?asterisk\//, ''), content] as const)
      .filter(([path]) => path !== '.lab-seeded'),
  );
}
