import { join } from 'node:path';
import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { writeWorkFolder } from '../../adapters/files/archives/work-folders.ts';
import { folderOf } from '../../model/archives/work-folder.ts';
import { objectNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { begunWith, isUntouched, observedTeam } from '../../model/topology/observed.ts';
import { type Outcome, sideBySide } from '../class/side-by-side.ts';
import { withTeamLock } from '../with-team-lock.ts';
import type { Workbench } from '../workbench.ts';
import { hasWork } from './archive-team.ts';
import { presentWork } from './open-work.ts';

/** Whose work to write, and into which folder. */
export interface ExportRequest {
  readonly connection: Connection;
  readonly prefix: string;
  readonly teams: readonly TeamNumber[];
  readonly folder: string;
}

/** A team's folder and how many files it has, null when the team has no work, or the error. */
export type ExportOutcome = Outcome<Exporting>;

/** What was written of a team; null: it has no work. */
export interface Exporting {
  readonly exported: Exported | null;
}

/** A folder that was written. */
export interface Exported {
  readonly folder: string;
  readonly files: number;
}

/** Writes the work of teams as files, a folder a team, and changes nothing of it. */
export async function exportWork(
  bench: Workbench,
  request: ExportRequest,
): Promise<readonly ExportOutcome[]> {
  const { connection, prefix, teams } = request;
  const everything = await observe(connection, prefix);
  const work = async (team: TeamNumber) => {
    if (isUntouched(observedTeam(everything, team))) return { exported: null };
    const claim = { connection, prefix, team, verb: 'export' };
    return { exported: await withTeamLock(bench, claim, () => exportTeam(bench, request, team)) };
  };
  return sideBySide(bench, teams, { work });
}

async function exportTeam(
  { clock }: Workbench,
  { connection, prefix, folder }: ExportRequest,
  team: TeamNumber,
): Promise<Exported | null> {
  const observed = observedTeam(await observe(connection, prefix), team);
  if (!hasWork(prefix, team, observed)) return null;
  const { lab, stage } = begunWith(observed, objectNames(prefix, team)) ?? { lab: '', stage: null };
  const tree = await presentWork({ connection, prefix, observed, team });
  const base = observed.networks[0]?.base ?? null;
  const time = clock.date().toISOString();
  const files = folderOf(tree, { team, lab: lab ?? '', stage, base, time });
  const place = join(folder, `equipe${team}`);
  await writeWorkFolder(place, files);
  return { folder: place, files: files.length };
}
