import { labError } from '../../base/lab-error.ts';
import {
  isInstalled,
  type LabDefinition,
  lastStage,
  stageParts,
} from '../../model/definition/lab-definition.ts';
import { objectNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import { renderLine } from '../../model/rendering/render-line.ts';
import { renderStage } from '../../model/rendering/render-stage.ts';
import { type DiskLimits, desiredLab, type RoleImages } from '../../model/topology/desired.ts';
import { begunWith, type ObservedLab, observedTeam } from '../../model/topology/observed.ts';
import type { Plan } from '../../model/topology/plan.ts';
import { reconcile } from '../../model/topology/reconcile.ts';
import { renew, unfinishedReset } from '../../model/topology/renew.ts';
import type { DesiredLab } from '../../model/topology/specs.ts';
import type { ReadLab } from '../read-lab.ts';
import { plannedAs } from '../status.ts';

/** The image of each role, and of the server where the students install Asterisk. */
export interface TeamImages extends RoleImages {
  readonly bare: string;
}

/** What `up` is to bring about. */
export interface Wanted {
  readonly lab: ReadLab;
  readonly prefix: string;
  readonly images: TeamImages;
  readonly stage?: string | undefined;
  readonly base?: string | undefined;
  /** What of what is written the engine can limit; without it, nothing. */
  readonly disk?: DiskLimits | undefined;
}

/**
 * What is to come of a team: what is missing is added, or all is as on the first day, or as on the
 * first day at another stage, or its work is that of an archive.
 */
export type Aim = 'up' | 'reset' | CatchUp | Restoration;

/** The stage that a team is to begin at anew. */
export interface CatchUp {
  readonly why: 'catch-up';
  readonly stage: string;
}

/** The archive whose work a team is to have, and the stage at which that began. */
export interface Restoration {
  readonly why: 'restore';
  readonly stage: string;
  /** The name of its file in the tool's folder. */
  readonly archive: string;
}

/** What will be done for one team, all of it decided. */
export interface TeamDecision {
  readonly team: TeamNumber;
  readonly plan: TeamPlan;
  /** The stage that the team's files begin, or began, with. */
  readonly stage: string;
  /** Asterisk is on the server from the first day; false: the students install it. */
  readonly installed: boolean;
  /** The stage defines accounts, so that softphones can register. */
  readonly accounts: boolean;
  /** Another stage was asked for, but the team has files already and keeps them. */
  readonly stageKept: boolean;
  readonly operations: Plan;
}

/**
 * Decides for one team. Pure: lab, snapshot and wishes in, plan out; another lab's work is an error.
 * `up` too finishes a reset that was killed, as what it was.
 */
export function decideTeam(
  { lab, prefix, images, stage: asked, base, disk }: Wanted,
  team: TeamNumber,
  everything: ObservedLab,
  aim: Aim = 'up',
): TeamDecision {
  const { definition, templates } = lab;
  const observed = observedTeam(everything, team);
  const plan = plannedAs({ definition, prefix }, team, observed, base);
  const begun = begunWith(observed, objectNames(prefix, team));
  refuseOtherLab(team, begun?.lab ?? null, plan.lab);
  const wish = typeof aim === 'string' ? null : aim;
  const stage = wish?.stage ?? stageOf(definition, begun?.stage ?? null, asked);
  const installed = isInstalled(definition, stage);
  const desired = desiredLab({
    plan,
    stage,
    images: { ...images, pbx: installed ? images.pbx : images.bare },
    limits: definition.limits,
    disk,
    stageFiles: renderStage(definition, plan, stage, templates),
    lineFiles: (station) => station.lines.map((line) => renderLine(station, line, templates)),
  });
  return {
    team,
    plan,
    stage,
    installed,
    accounts: stageParts(definition, stage).accounts,
    stageKept: begun !== undefined && asked !== undefined && asked !== stage,
    operations: operationsFor(aim, desired, everything),
  };
}

/** The stage of a team: that which its files began with, else what was asked for, else the last one. */
export function stageOf(
  definition: LabDefinition,
  begun: string | null,
  asked: string | undefined,
): string {
  return begun ?? asked ?? lastStage(definition);
}

function operationsFor(aim: Aim, desired: DesiredLab, everything: ObservedLab): Plan {
  if (aim === 'reset')
    return renew(desired, everything, { cause: { why: 'reset' }, archive: null });
  if (aim !== 'up') {
    const archive = aim.why === 'restore' ? aim.archive : null;
    return renew(desired, everything, { cause: { why: aim.why }, archive });
  }
  const mark = unfinishedReset(desired, everything);
  if (mark === undefined) return reconcile(desired, everything);
  const archive = mark.archive ?? null;
  return renew(desired, everything, { cause: { why: 'unfinished' }, archive });
}

function refuseOtherLab(team: number, found: string | null, wanted: string): void {
  if (found !== null && found !== wanted) throw labError('other-lab', { team, found, wanted });
}
