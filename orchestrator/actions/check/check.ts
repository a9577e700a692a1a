import type { Connection } from '../../adapters/docker/connection.ts';
import type { CauseTexts } from '../../model/definition/causes/cause-texts.ts';
import type { CheckReport } from '../../model/marking/check-report.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { ReadLab } from '../read-lab.ts';
import { standingPlan } from '../status.ts';
import { withTeamLock } from '../with-team-lock.ts';
import type { Workbench } from '../workbench.ts';
import { checkTeam, type TeamCheck } from './check-team.ts';
import { findCauses } from './find-causes.ts';

/** Which teams to check, where. */
export interface CheckRequest {
  readonly connection: Connection;
  readonly lab: ReadLab;
  readonly prefix: string;
  readonly teams: readonly TeamNumber[];
  readonly quick: boolean;
  /** How causes of failures are told. */
  readonly texts: CauseTexts;
}

/** What the checks of one team found, or the error that kept them from being run. */
export type CheckOutcome =
  | { readonly team: TeamNumber; readonly ok: true; readonly report: CheckReport }
  | { readonly team: TeamNumber; readonly ok: false; readonly error: unknown };

/** Checks teams side by side. One team's trouble is its own outcome and stops no other. */
export async function check(
  bench: Workbench,
  request: CheckRequest,
): Promise<readonly CheckOutcome[]> {
  const { connection, lab, prefix, quick, texts } = request;
  const { definition } = lab;
  const outcomes = request.teams.map(async (team): Promise<CheckOutcome> => {
    try {
      const claim = { connection, prefix, team, verb: 'check' };
      const report = await withTeamLock(bench, claim, async () => {
        const plan = await standingPlan({ connection, definition, prefix }, team);
        const own: TeamCheck = { connection, lab, plan, quick, leave: 'as-found' };
        const found = await checkTeam(bench, own);
        return { ...found, causes: await findCauses(bench, own, { report: found, texts }) };
      });
      return { team, ok: true, report };
    } catch (error) {
      return { team, ok: false, error };
    }
  });
  const ended = await Promise.all(outcomes);
  // Ctrl-C is nobody's trouble: it is told as what it is, once.
  if (ended.some(({ ok }) => !ok)) bench.signal.throwIfAborted();
  return ended;
}
