import type { Connection } from '../../adapters/docker/connection.ts';
import type { CauseTexts } from '../../model/definition/causes/cause-texts.ts';
import {
  type LabDefinition,
  lastStage,
  stageParts,
} from '../../model/definition/lab-definition.ts';
import type { CheckReport } from '../../model/marking/check-report.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { ReadLab } from '../read-lab.ts';
import { standing } from '../status.ts';
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
  /** What to try; without it, what the team's stage has, or all where that has no account. */
  readonly stage?: string | undefined;
}

/** What the checks of one team found, or the error that kept them from being run. */
export type CheckOutcome =
  | { readonly team: TeamNumber; readonly ok: true; readonly checked: TeamChecked }
  | { readonly team: TeamNumber; readonly ok: false; readonly error: unknown };

/** What was found of one team; `only` says which stage's parts were tried, null: all of the lab. */
export interface TeamChecked {
  readonly report: CheckReport;
  readonly only: { readonly stage: string; readonly last: string } | null;
}

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
      const checked = await withTeamLock(bench, claim, async () => {
        const { plan, stage: own } = await standing({ connection, definition, prefix }, team);
        const stage = toTry(definition, request.stage ?? own);
        const asFound: TeamCheck = { connection, lab, plan, quick, stage, leave: 'as-found' };
        const found = await checkTeam(bench, asFound);
        const causes = await findCauses(bench, asFound, { report: found, texts });
        const only = stage === null ? null : { stage, last: lastStage(definition) };
        return { report: { ...found, causes }, only };
      });
      return { team, ok: true, checked };
    } catch (error) {
      return { team, ok: false, error };
    }
  });
  const ended = await Promise.all(outcomes);
  // Ctrl-C is nobody's trouble: it is told as what it is, once.
  if (ended.some(({ ok }) => !ok)) bench.signal.throwIfAborted();
  return ended;
}

/** Teams that began with nothing are on their way through the whole lab, and so is the last stage. */
function toTry(definition: LabDefinition, stage: string | null): string | null {
  if (stage === null || !stageParts(definition, stage).accounts) return null;
  return stage === lastStage(definition) ? null : stage;
}
