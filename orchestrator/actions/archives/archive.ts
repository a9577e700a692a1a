import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import { inPhase } from '../../base/event.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import { isUntouched, observedTeam } from '../../model/topology/observed.ts';
import { type Outcome, sideBySide } from '../class/side-by-side.ts';
import { withTeamLock } from '../with-team-lock.ts';
import type { Workbench } from '../workbench.ts';
import { archiveTeam, hasWork } from './archive-team.ts';

/** Whose work to archive, where. */
export interface ArchiveVerbRequest {
  readonly connection: Connection;
  readonly prefix: string;
  readonly teams: readonly TeamNumber[];
}

/** The archive of one team's work, null when it has none, or the error that kept it from being made. */
export type ArchiveOutcome = Outcome<Archived>;

/** The file that holds a team's work; null: it has none. */
export interface Archived {
  readonly file: string | null;
}

/** Archives the work of teams as it is now, side by side, and changes nothing. */
export async function archive(
  bench: Workbench,
  request: ArchiveVerbRequest,
): Promise<readonly ArchiveOutcome[]> {
  const { connection, prefix, teams } = request;
  const everything = await observe(connection, prefix);
  const work = async (team: TeamNumber) => {
    if (isUntouched(observedTeam(everything, team))) return { file: null };
    const claim = { connection, prefix, team, verb: 'archive' };
    return { file: await withTeamLock(bench, claim, () => archiveNow(bench, request, team)) };
  };
  return sideBySide(bench, teams, { work });
}

async function archiveNow(
  bench: Workbench,
  { connection, prefix }: ArchiveVerbRequest,
  team: TeamNumber,
): Promise<string | null> {
  const observed = observedTeam(await observe(connection, prefix), team);
  if (!hasWork(prefix, team, observed)) return null;
  const { emit, clock } = bench;
  return inPhase({ phase: 'archive', team, emit, now: clock.now }, () =>
    archiveTeam(bench, { connection, prefix, observed, team, reason: 'archive' }),
  );
}
