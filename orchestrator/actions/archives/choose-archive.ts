import { basename } from 'node:path';
import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { type KeptArchive, keptArchives } from '../../adapters/files/archives/kept-archives.ts';
import { labError } from '../../base/lab-error.ts';
import { meantArchives, readArchiveName } from '../../model/archives/archive-name.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { unfinishedReset } from '../../model/topology/renew.ts';
import type { Workbench } from '../workbench.ts';
import { archiveFolder, type SoundArchive, soundArchive } from './archive-sources.ts';

/** An archive that is to be restored, found sound. */
export interface ChosenArchive extends SoundArchive {
  readonly team: TeamNumber;
  readonly id: string;
  readonly file: string;
  /** The name of its file in the tool's folder. */
  readonly name: string;
}

/** The archive that was found for a team, or the error that says why there is none. */
export type FoundArchive =
  | { readonly team: TeamNumber; readonly ok: true; readonly from: ChosenArchive }
  | MissingArchive;

/** A team that has no archive to be put back, and why. */
export interface MissingArchive {
  readonly team: TeamNumber;
  readonly ok: false;
  readonly error: unknown;
}

/** Whose archives to choose from. */
export interface Choosing {
  readonly prefix: string;
  readonly team: TeamNumber;
}

/** Archives that no verb made before it put work away: to restore them undoes nothing. */
const NOT_UNDOABLE: readonly string[] = ['archive', 'imported'];

/** The archive that a word names, by default the newest one; none or several are errors. */
export async function chooseArchive(
  bench: Workbench,
  choosing: Choosing,
  word?: string,
): Promise<ChosenArchive> {
  const { team } = choosing;
  const kept = await ofTeam(bench, choosing);
  const [newest] = kept;
  if (newest === undefined) throw labError('archive-none', { team });
  if (word === undefined) return chosen(newest, team);
  const [meant, ...others] = meantArchives(word, kept);
  if (meant === undefined || others.length > 0) {
    const among = meant === undefined ? kept : [meant, ...others];
    const known = among.map(({ id }) => id);
    throw labError('archive-unknown', { team, found: word, known, several: others.length > 0 });
  }
  return chosen(meant, team);
}

/** Looks for the archive of each team; one that has none, or a damaged one, keeps no other from its own. */
export function findEach(
  teams: readonly TeamNumber[],
  find: (team: TeamNumber) => Promise<ChosenArchive>,
): Promise<readonly FoundArchive[]> {
  const found = teams.map(async (team): Promise<FoundArchive> => {
    try {
      return { team, ok: true, from: await find(team) };
    } catch (error) {
      return { team, ok: false, error };
    }
  });
  return Promise.all(found);
}

/**
 * The archives that a killed verb was about to put back already, each in the place of what was found
 * for its team: the same `restore` again goes on with it.
 */
export async function underWay(
  bench: Workbench,
  { connection, prefix }: { readonly connection: Connection; readonly prefix: string },
  found: readonly FoundArchive[],
): Promise<readonly FoundArchive[]> {
  const observed = await observe(connection, prefix);
  const settled = found.map(async (one): Promise<readonly FoundArchive[]> => {
    const { team } = one;
    const mark = unfinishedReset({ prefix, team }, observed)?.archive ?? null;
    if (mark === null) return [one];
    return findEach([team], () => chooseArchive(bench, { prefix, team }, mark));
  });
  return (await Promise.all(settled)).flat();
}

/** The archive that the last verb made which put work of the team away. */
export async function lastPutAway(bench: Workbench, choosing: Choosing): Promise<ChosenArchive> {
  const { team } = choosing;
  for (const kept of await ofTeam(bench, choosing)) {
    const found = await chosen(kept, team);
    if (!NOT_UNDOABLE.includes(found.manifest.reason)) return found;
  }
  throw labError('undo-nothing', { team });
}

/** A team's archives, the newest first. */
async function ofTeam(bench: Workbench, { prefix, team }: Choosing) {
  return (await keptArchives(archiveFolder(bench), prefix, [team])).toReversed();
}

/** An archive that was made just now. */
export async function madeArchive(
  file: string,
  { prefix, team }: Choosing,
): Promise<ChosenArchive> {
  const name = basename(file);
  const sound = await soundArchive(file, team);
  return { ...sound, team, file, name, id: readArchiveName(name, prefix)?.id ?? name };
}

async function chosen({ file, id }: KeptArchive, team: TeamNumber): Promise<ChosenArchive> {
  const sound = await soundArchive(file, team);
  return { ...sound, team, id, file, name: basename(file) };
}
