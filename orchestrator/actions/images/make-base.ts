import { join } from 'node:path';
import type { Connection } from '../../adapters/docker/connection.ts';
import { importImage } from '../../adapters/docker/images.ts';
import { openScratch, type Scratch } from '../../adapters/files/scratch.ts';
import { LabError, labError, saysDiskFull } from '../../base/lab-error.ts';
import { type ImageFolder, imageBase, textOf } from '../../model/images/image-folder.ts';
import { embedding } from '../engine/embedding.ts';
import type { Workbench } from '../workbench.ts';

/** For which image a base is made, in which engine. */
export interface BaseMaker {
  readonly connection: Connection;
  readonly folder: ImageFolder;
  readonly onLine: (line: string) => void;
}

/** Debian releases that have left the mirrors are kept here for good. */
const ARCHIVE_MIRROR = 'http://archive.debian.org/debian';

/** A root file system takes a minute on a good line; a slow one gets twenty. */
const DEADLINE = 20 * 60_000;

const TARGET = 'base.tar';

/** mmdebstrap's own hooks that merge /usr without the usrmerge package and the Perl that it wants. */
const MERGED_USR = '/usr/share/mmdebstrap/hooks/merged-usr';

/** Makes a base image out of Debian's packages, without any registry (root on Debian or Ubuntu only). */
export async function makeBase(bench: Workbench, maker: BaseMaker): Promise<void> {
  const { connection, folder } = maker;
  const { registry, tag } = imageBase(folder);
  const { obstacle, missing } = embedding(bench.surroundings);
  if (obstacle !== undefined || missing.includes('mmdebstrap')) {
    throw labError('image-base-unavailable', { image: folder.name, base: registry });
  }
  await using scratch = await openScratch(bench.surroundings.stateFolder, `base-${folder.name}`);
  await bootstrap(bench, maker, scratch).catch((error: unknown) => {
    const { code } = error as { code?: unknown };
    throw code === 'ENOSPC' ? diskFull(folder, String(error), error) : error;
  });
  bench.signal.throwIfAborted();
  await importImage(connection, scratch.read(TARGET), { tag, role: 'base' });
}

/** Tries the usual mirrors, then the archive of old releases. */
async function bootstrap(
  { shell, emit, signal }: Workbench,
  { folder, onLine }: BaseMaker,
  scratch: Scratch,
): Promise<void> {
  const { suite } = imageBase(folder);
  const options = await bootstrapOptions(folder, scratch);
  const target = join(scratch.folder, TARGET);
  let full: string | null = null;
  const listen = (line: string) => {
    if (saysDiskFull(line)) full ??= line;
    onLine(line);
  };
  const run = (mirror: readonly string[]) =>
    shell.run('mmdebstrap', [...options, suite, target, ...mirror], {
      within: DEADLINE,
      signal,
      onLine: listen,
      // A full disk is known by what is said of it, which would be in the teacher's language.
      env: { LC_ALL: 'C.UTF-8' },
      // When it can't write its archive, it sends its group a HUP.
      ownGroup: true,
    });
  try {
    await run([]);
  } catch (error) {
    if (!isCommandFailure(error)) throw error;
    // A full disk holds nothing from the other mirror either.
    if (full !== null) throw diskFull(folder, full, error);
    emit({ type: 'archive-mirror', team: null, suite });
    await run([`deb ${ARCHIVE_MIRROR} ${suite} main`]).catch((again: unknown) => {
      if (!isCommandFailure(again)) throw again;
      const { said } = error.problem.params;
      throw labError('image-packages-unavailable', { image: folder.name, said }, error);
    });
  }
}

/** What the Dockerfile's own installation would keep out is kept out here too. */
async function bootstrapOptions(folder: ImageFolder, scratch: Scratch): Promise<readonly string[]> {
  const options = ['--variant=minbase', `--include=${imageBase(folder).packages.join(',')}`];
  const exclusions = textOf(folder, 'dpkg.cfg');
  if (exclusions !== '') {
    options.push(`--dpkgopt=${await scratch.write('dpkg.cfg', Buffer.from(exclusions))}`);
  }
  if (imageBase(folder).packages.includes('usr-is-merged')) {
    options.push(`--hook-dir=${MERGED_USR}`);
  }
  const pins = textOf(folder, 'apt.pref');
  if (pins !== '') {
    const file = await scratch.write('apt.pref', Buffer.from(pins));
    options.push(`--setup-hook=install -D "${file}" "$1/etc/apt/preferences.d/lab.pref"`);
  }
  return options;
}

function diskFull({ name }: ImageFolder, said: string, cause: unknown): LabError {
  return labError('disk-full', { doing: `make the base of ${name}`, said }, cause);
}

type CommandFailure = LabError & {
  readonly problem: { readonly code: 'command-failed'; readonly params: { readonly said: string } };
};

function isCommandFailure(error: unknown): error is CommandFailure {
  return error instanceof LabError && error.problem.code === 'command-failed';
}
