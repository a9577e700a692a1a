import { join } from 'node:path';
import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { writeWorkFolder } from '../../adapters/files/archives/work-folders.ts';
import { folderOf } from '../../model/archives/work-folder.ts';
import { objectNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { begunWith, isUntouched, observedTeam } from '../../model/topology/observed.ts';
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
export type ExportOutcome =
  | { readonly team: TeamNumber; readonly ok: true; readonly exported: Exported | null }
  | { readonly team: TeamNumber; readonly ok: false; readonly error: unknown };

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
  const outcomes = teams.map(async (team): Promise<ExportOutcome> => {
    if (isUntouched(observedTeam(everything, team))) return { team, ok: true, exported: null };
    try {
      const claim = { connection, prefix, team, verb: 'export' };
      const work = () => exportTeam(bench, request, team);
      return { team, ok: true, exported: await withTeamLock(bench, claim, work) };
    } catch (error) {
      return { team, ok: false, error };
    }
  });
  const ended = await Promise.all(outcomes);
  // Ctrl-C is nobody's trouble: it is told as what it is, once.
  if (ended.some(({ ok }) => !ok)) bench.signal.throwIfAborted();
  return ended;
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
