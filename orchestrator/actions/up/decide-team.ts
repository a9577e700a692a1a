import { labError } from '../../base/lab-error.ts';
import { hasAccounts, lastStage } from '../../model/definition/lab-definition.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import { renderLine } from '../../model/rendering/render-line.ts';
import { renderStage } from '../../model/rendering/render-stage.ts';
import { desiredLab, type RoleImages } from '../../model/topology/desired.ts';
import { begunWith, type ObservedLab, observedTeam } from '../../model/topology/observed.ts';
import type { Plan } from '../../model/topology/plan.ts';
import { reconcile } from '../../model/topology/reconcile.ts';
import { isResetUnfinished, renew } from '../../model/topology/renew.ts';
import type { DesiredLab } from '../../model/topology/specs.ts';
import type { ReadLab } from '../read-lab.ts';
import { plannedAs } from '../status.ts';

/** What `up` is to bring about. */
export interface Wanted {
  readonly lab: ReadLab;
  readonly prefix: string;
  readonly images: RoleImages;
  readonly stage?: string | undefined;
  readonly base?: string | undefined;
}

/** What is to come of a team: what is missing is added, or all is as on the first day. */
export type Aim = 'up' | 'reset';

/** What will be done for one team, all of it decided. */
export interface TeamDecision {
  readonly team: TeamNumber;
  readonly plan: TeamPlan;
  /** The stage that the team's files begin, or began, with. */
  readonly stage: string;
  /** The stage defines accounts, so that softphones can register. */
  readonly accounts: boolean;
  /** Another stage was asked for, but the team has files already and keeps them. */
  readonly stageKept: boolean;
  readonly operations: Plan;
}

/**
 * Decides for one team. Pure: lab, snapshot and wishes in, plan out; another lab's work is an error.
 * `up` too finishes a reset that was killed.
 */
export function decideTeam(
  { lab, prefix, images, stage: asked, base }: Wanted,
  team: TeamNumber,
  everything: ObservedLab,
  aim: Aim = 'up',
): TeamDecision {
  const { definition, templates } = lab;
  const observed = observedTeam(everything, team);
  const plan = plannedAs({ definition, prefix }, team, observed, base);
  const begun = begunWith(observed, plan.pbx.volumes.config);
  refuseOtherLab(team, begun?.lab ?? null, plan.lab);
  const stage = begun?.stage ?? asked ?? lastStage(definition);
  const desired = desiredLab({
    plan,
    stage,
    images,
    limits: definition.limits,
    stageFiles: renderStage(definition, plan, stage, templates),
    lineFiles: (station) => station.lines.map((line) => renderLine(station, line, templates)),
  });
  return {
    team,
    plan,
    stage,
    accounts: hasAccounts(definition, stage),
    stageKept: begun !== undefined && asked !== undefined && asked !== stage,
    operations: operationsFor(aim, desired, everything),
  };
}

function operationsFor(aim: Aim, desired: DesiredLab, everything: ObservedLab): Plan {
  if (aim === 'reset') return renew(desired, everything, { why: 'reset' });
  const unfinished = isResetUnfinished(desired, everything);
  return unfinished
    ? renew(desired, everything, { why: 'unfinished' })
    : reconcile(desired, everything);
}

function refuseOtherLab(team: number, found: string | null, wanted: string): void {
  if (found !== null && found !== wanted) throw labError('other-lab', { team, found, wanted });
}
