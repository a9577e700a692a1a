import { basename } from 'node:path';
import { getArchive } from '../../../adapters/docker/container-files.ts';
import { observe } from '../../../adapters/docker/observe.ts';
import { openReadingRoom } from '../../../adapters/docker/reading-room.ts';
import { readPaper } from '../../../adapters/files/paper-files.ts';
import { readBeginning } from '../../../adapters/files/streams.ts';
import { pickFiles } from '../../../model/archives/pick-files.ts';
import { MOST_ANSWERS_BYTES } from '../../../model/definition/answers/read-answers.ts';
import {
  MOST_CAPTURE_BYTES,
  NO_PAPERS,
  type PaperFile,
  type Papers,
  paperKind,
  papersAmong,
} from '../../../model/evidence/papers.ts';
import { LABELS, objectNames, ROOM_ROLES } from '../../../model/numbering/names.ts';
import { observedTeam } from '../../../model/topology/observed.ts';
import type { SnapshotRequest } from '../hand-ins/hand-in.ts';

const HOME = '/root';

/** Where a student keeps a disk's worth of files, the papers behind them are not found. */
const MOST_READ = 2 ** 30;

/** Copies captures and answers out of a team's home, whether it is up or not. Nothing of the team's runs. */
export async function teamPapers(request: SnapshotRequest): Promise<Papers> {
  const { connection, prefix, team, image, names, holder } = request;
  const volume = objectNames(prefix, team).volumes.home;
  const observed = observedTeam(await observe(connection, prefix), team);
  if (!observed.volumes.some(({ name }) => name === volume)) return NO_PAPERS;
  await using room = await openReadingRoom(connection, {
    ...{ name: names.reading, prefix, team, image, volumes: [{ name: volume, path: HOME }] },
    labels: { [LABELS.role]: ROOM_ROLES.reading, [LABELS.holder]: holder },
  });
  const archive = await getArchive(connection, room.container, HOME);
  if (archive === null) return NO_PAPERS;
  const { files, oversized } = await pickFiles(archive, {
    wanted: (path) => paperKind(path) !== null,
    ...{ mostOfOne: MOST_CAPTURE_BYTES, mostOfAll: 2 * MOST_CAPTURE_BYTES, mostRead: MOST_READ },
  });
  const below = (path: string) => path.replace(/^\/?root\//, '');
  return papersAmong(
    files.map(({ path, bytes }) => ({ path: below(path), bytes })),
    oversized
      .filter(({ path }) => paperKind(path) === 'capture')
      .map(({ path, size }) => ({ path: below(path), size })),
  );
}

/** Files that the teacher names instead of those that a team handed in. */
export interface NamedPapers {
  readonly capture?: string | undefined;
  readonly answers?: string | undefined;
}

/** Puts what was named on the command line in the place of what was handed in. */
export async function withNamed(papers: Papers, named: NamedPapers): Promise<Papers> {
  const { capture, answers } = named;
  const [captured, answered] = await Promise.all([
    capture === undefined ? papers : namedCapture(capture),
    answers === undefined ? papers.answers : namedAnswers(answers),
  ]);
  return { ...captured, answers: answered };
}

async function namedCapture(file: string): Promise<Papers> {
  const read = await readPaper(file, MOST_CAPTURE_BYTES);
  return 'bytes' in read ? { ...NO_PAPERS, captures: [read] } : { ...NO_PAPERS, oversized: [read] };
}

async function namedAnswers(file: string): Promise<PaperFile> {
  const bytes = await readBeginning(file, MOST_ANSWERS_BYTES + 1);
  return { path: basename(file), bytes };
}
