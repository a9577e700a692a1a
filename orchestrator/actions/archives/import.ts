import { join } from 'node:path';
import { observe } from '../../adapters/docker/observe.ts';
import { foldersIn, readWorkFolder } from '../../adapters/files/archives/work-folders.ts';
import { labError } from '../../base/lab-error.ts';
import {
  EXPORT_MARK,
  type ExportMark,
  type FolderFile,
  readMark,
  workOf,
} from '../../model/archives/work-folder.ts';
import { treeSources } from '../../model/archives/work-tree.ts';
import { teamInName } from '../../model/configuration/submission-team.ts';
import { knownStage, lastStage } from '../../model/definition/lab-definition.ts';
import { isPrivateBase } from '../../model/numbering/layout.ts';
import { objectNames } from '../../model/numbering/names.ts';
import { type TeamNumber, teamNumber } from '../../model/numbering/team-number.ts';
import { sortFiles } from '../../model/submission/sort-files.ts';
import { begunWith, observedTeam } from '../../model/topology/observed.ts';
import { refuseShortage } from '../class/engine-room.ts';
import { eachSideBySide } from '../class/side-by-side.ts';
import { agreeRenewal } from '../reset/agree-renewal.ts';
import { plannedAs } from '../status.ts';
import { withTeamLock } from '../with-team-lock.ts';
import type { Workbench } from '../workbench.ts';
import { ROOTS } from './archive-sources.ts';
import { keepWork } from './archive-team.ts';
import { type ChosenArchive, madeArchive } from './choose-archive.ts';
import { pristineWork } from './open-work.ts';
import { isWell, type PuttingBack, putBack, type RestoreOutcome } from './restore.ts';

/** Work that was found in a folder, read whole. */
export interface FoundWork {
  readonly team: TeamNumber;
  readonly folder: string;
  readonly files: readonly FolderFile[];
  readonly mark: ExportMark | null;
}

/** Which work to take in, where. */
export interface ImportRequest extends Omit<PuttingBack, 'verb'> {
  readonly found: readonly FoundWork[];
  /** The command as typed, without its options: `import class`. */
  readonly command: string;
}

/**
 * Reads the work of teams out of a folder that has a folder a team, named after it, or that is the
 * folder of the one team that was asked for. A team whose folder is missing isn't among them.
 */
export async function findWork(
  folder: string,
  wanted: readonly TeamNumber[] | undefined,
): Promise<readonly FoundWork[]> {
  const named = (await foldersIn(folder)).flatMap((name) => {
    const number = name.endsWith('.part') ? null : teamInName(name);
    if (number === null || number < 1 || number > 8) return [];
    return [{ team: teamNumber(number), folder: join(folder, name) }];
  });
  const [only, ...others] = wanted ?? [];
  const itself = only !== undefined && others.length === 0 && named.length === 0;
  const all = itself ? [{ team: only, folder }] : named;
  const meant = all.filter(({ team }) => wanted === undefined || wanted.includes(team));
  for (const [index, { team, folder: one }] of meant.entries()) {
    const other = meant.slice(index + 1).find((later) => later.team === team);
    if (other !== undefined) throw labError('import-twice', { team, one, other: other.folder });
  }
  if (meant.length === 0) throw labError('import-nothing', { folder });
  return Promise.all(meant.map(({ team, folder: own }) => readFound(team, own)));
}

async function readFound(team: TeamNumber, folder: string): Promise<FoundWork> {
  const files = await readWorkFolder(folder);
  const marked = files.find(({ path }) => path === EXPORT_MARK);
  const mark = marked === undefined ? null : readMark(marked.content);
  const base = mark?.base ?? null;
  if (marked !== undefined && (mark === null || (base !== null && !isPrivateBase(base)))) {
    throw labError('import-mark-wrong', { file: join(folder, EXPORT_MARK) });
  }
  if (mark !== null && mark.team !== team) {
    throw labError('import-other-team', { folder, team, found: mark.team });
  }
  return { team, folder, files, mark };
}

/**
 * Gives teams the work of folders, side by side, after asking: each becomes an archive, and that is
 * put back like any other. What the teams have now is archived first, or nothing is done.
 */
export async function importWork(
  bench: Workbench,
  request: ImportRequest,
): Promise<readonly RestoreOutcome[]> {
  const { connection, prefix, found, lab, base, command } = request;
  const wanted = lab.definition.layout.lab;
  for (const { team, mark } of found) {
    if (mark === null || mark.lab === wanted) continue;
    throw labError('other-lab', { team, found: mark.lab, wanted });
  }
  const laid = found.map((one) => (one.mark === null ? handedIn(one, request) : one));
  const observed = await observe(connection, prefix);
  const teams = found.map(({ team }) => team);
  const plans = teams.map((team) =>
    plannedAs({ ...lab, prefix }, team, observedTeam(observed, team), base),
  );
  await refuseShortage(bench, { connection, plans, command, base }, observed);
  await agreeRenewal(bench, { connection, prefix, teams }, observed, (team) => ({
    folder: found.find((one) => one.team === team)?.folder ?? '',
  }));
  const work = async (one: FoundWork) => {
    const claim = { connection, prefix, team: one.team, verb: 'import' };
    const made = await withTeamLock(bench, claim, () => kept(bench, request, one));
    return putBack(bench, { ...request, verb: 'import' }, made);
  };
  return eachSideBySide(bench, laid, { work, isWell });
}

/** A hand-in without a mark: Asterisk's files are those where the lab's own ones lie. */
function handedIn(found: FoundWork, { lab }: ImportRequest): FoundWork {
  const { files: meant } = knownStage(lab.definition, lastStage(lab.definition));
  const listed = found.files.map((file) => ({
    ...({
      ...file,
      kind: 'file',
      size: file.content.length,
      packed: null,
      encrypted: false,
    } as const),
  }));
  const { configuration } = sortFiles(found.folder, listed, meant);
  if (configuration.size === 0) throw labError('import-nothing', { folder: found.folder });
  const files = [...configuration].map(([path, { content }]) => ({
    path: `asterisk/${path}`,
    content,
  }));
  return { ...found, files };
}

/** Makes an archive of the work of a folder. */
async function kept(
  bench: Workbench,
  { connection, prefix, lab, images, base }: ImportRequest,
  { team, files, mark }: FoundWork,
): Promise<ChosenArchive> {
  const observed = observedTeam(await observe(connection, prefix), team);
  const begun = begunWith(observed, objectNames(prefix, team))?.stage;
  const pristine = await pristineWork({ connection, prefix, team }, images.pbx);
  const file = await keepWork(bench, {
    prefix,
    team,
    sources: treeSources(workOf(files, { mark, pristine }), ROOTS),
    said: {
      lab: lab.definition.layout.lab,
      stage: mark?.stage ?? begun ?? lastStage(lab.definition),
      reason: 'imported',
      base: observed.networks[0]?.base ?? base ?? mark?.base ?? null,
      images: { pbx: images.pbx },
    },
  });
  return madeArchive(file, { prefix, team });
}
