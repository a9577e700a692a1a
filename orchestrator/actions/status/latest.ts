import { readLatest, removeLatest, writeLatest } from '../../adapters/files/latest/latest-file.ts';
import type { CheckReport } from '../../model/marking/check-report.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import type { KeptCheck, KeptMark } from '../../model/status/class-status.ts';
import type { Workbench } from '../workbench.ts';

type Bench = Pick<Workbench, 'surroundings' | 'clock'>;

/** Keeps how a team's checks went, for `lab status`. */
export async function keepLatestCheck(
  { surroundings: { stateFolder }, clock }: Bench,
  prefix: string,
  { team, mode, checks }: CheckReport,
): Promise<void> {
  const passed = checks.filter(({ verdict }) => verdict === 'pass').length;
  const at = clock.date().toISOString();
  const latest: KeptCheck = { at, mode, passed, all: checks.length };
  await writeLatest({ stateFolder, prefix, team, about: 'check' }, latest);
}

/** Keeps the marks of teams' own files, for `lab status`; what was handed in otherwise is no team's state. */
export async function keepLatestMarks(
  { surroundings: { stateFolder } }: Pick<Bench, 'surroundings'>,
  prefix: string,
  results: readonly GradeResult[],
): Promise<void> {
  const own = results.filter(({ submission, final }) => submission === null && final);
  await Promise.all(
    own.map(async ({ team, date, points, max, files }) => {
      const known = await latestMark(stateFolder, prefix, team);
      // An old grading that is counted again makes no news.
      if (known !== null && known.at > date) return;
      const latest: KeptMark = { at: date, points, max, files };
      await writeLatest({ stateFolder, prefix, team, about: 'mark' }, latest);
    }),
  );
}

/** The newest checks of a team, whoever ran them on this machine. */
export async function latestCheck(
  stateFolder: string,
  prefix: string,
  team: number,
): Promise<KeptCheck | null> {
  const found = await readLatest({ stateFolder, prefix, team, about: 'check' });
  return isKept<KeptCheck>(found, ['at', 'mode', 'passed', 'all']) ? found : null;
}

/** The newest mark of a team. */
export async function latestMark(
  stateFolder: string,
  prefix: string,
  team: number,
): Promise<KeptMark | null> {
  const found = await readLatest({ stateFolder, prefix, team, about: 'mark' });
  return isKept<KeptMark>(found, ['at', 'points', 'max', 'files']) ? found : null;
}

/** Forgets checks and mark of a team whose work is removed. */
export async function forgetLatest(
  { surroundings: { stateFolder } }: Pick<Bench, 'surroundings'>,
  prefix: string,
  team: number,
): Promise<void> {
  const place = { stateFolder, prefix, team };
  await Promise.all([
    removeLatest({ ...place, about: 'check' }),
    removeLatest({ ...place, about: 'mark' }),
  ]);
}

function isKept<T extends object>(found: unknown, keys: readonly (keyof T)[]): found is T {
  return typeof found === 'object' && found !== null && keys.every((key) => key in found);
}
