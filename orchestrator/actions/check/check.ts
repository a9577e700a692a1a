import type { Connection } from '../../adapters/docker/connection.ts';
import { observe } from '../../adapters/docker/observe.ts';
import type { CauseTexts } from '../../model/definition/causes/cause-texts.ts';
import {
  type LabDefinition,
  lastStage,
  stageParts,
} from '../../model/definition/lab-definition.ts';
import { allPassed, type CheckReport } from '../../model/marking/check-report.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import type { TeamStatus } from '../../model/topology/lab-status.ts';
import { observedTeam } from '../../model/topology/observed.ts';
import { type Outcome, sideBySide } from '../class/side-by-side.ts';
import type { ReadLab } from '../read-lab.ts';
import { readTeamStatus, standing } from '../status.ts';
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

/**
 * What the checks of one team found; `only` says which stage's parts were tried, null: all of the lab.
 * How it stands afterwards is looked at where teams are compared.
 */
export interface Checked {
  readonly report: CheckReport;
  readonly only: { readonly stage: string; readonly last: string } | null;
  readonly status: TeamStatus | null;
}

/** The same, or the error that kept them from being run. */
export type CheckOutcome = Outcome<Checked>;

/** Checks teams side by side. One team's trouble is its own outcome and stops no other. */
export async function check(
  bench: Workbench,
  request: CheckRequest,
): Promise<readonly CheckOutcome[]> {
  const { connection, lab, prefix, teams, quick, texts } = request;
  const { definition } = lab;
  const work = async (team: TeamNumber) => {
    const { plan, stage: own } = await standing({ connection, definition, prefix }, team);
    const stage = toTry(definition, request.stage ?? own);
    const asFound: TeamCheck = { connection, lab, plan, quick, stage, leave: 'as-found' };
    const found = await checkTeam(bench, asFound);
    const report = { ...found, causes: await findCauses(bench, asFound, { report: found, texts }) };
    const only = stage === null ? null : { stage, last: lastStage(definition) };
    const status = teams.length === 1 ? null : await readStanding(connection, plan);
    return { report, only, status };
  };
  return sideBySide(bench, teams, {
    work: (team) =>
      withTeamLock(bench, { connection, prefix, team, verb: 'check' }, () => work(team)),
    isWell: ({ report }) => allPassed(report),
  });
}

async function readStanding(connection: Connection, plan: TeamPlan): Promise<TeamStatus> {
  const observed = observedTeam(await observe(connection, plan.prefix), plan.team);
  return readTeamStatus(connection, plan, observed);
}

/** Teams that began with nothing are on their way through the whole lab, and so is the last stage. */
function toTry(definition: LabDefinition, stage: string | null): string | null {
  if (stage === null || !stageParts(definition, stage).accounts) return null;
  return stage === lastStage(definition) ? null : stage;
}
