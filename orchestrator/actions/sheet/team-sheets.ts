import { observe } from '../../adapters/docker/observe.ts';
import { LabError } from '../../base/lab-error.ts';
import type { ConfigurationFiles } from '../../model/configuration/configuration-text.ts';
import { isInstalled, knownStage, lastStage } from '../../model/definition/lab-definition.ts';
import type { GateNames } from '../../model/gate/gate-account.ts';
import { objectNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import { renderStage } from '../../model/rendering/render-stage.ts';
import { begunWith, type ObservedLab, observedTeam } from '../../model/topology/observed.ts';
import { openEngine } from '../engine/open-engine.ts';
import { gateAccess } from '../gate/gate-access.ts';
import type { ReadLab } from '../read-lab.ts';
import { plannedAs } from '../status.ts';
import type { Workbench } from '../workbench.ts';

/** Whose sheets, and what is known better than by looking. */
export interface SheetRequest {
  readonly lab: ReadLab;
  readonly prefix: string;
  readonly teams: readonly TeamNumber[];
  readonly stage?: string | undefined;
  readonly base?: string | undefined;
  /** The engine that was named, if any. */
  readonly engine?: string | undefined;
  readonly gate: { readonly host: string; readonly port: number };
}

/** What one team's sheet tells, and whether the team was found standing. */
export interface TeamSheet {
  readonly plan: TeamPlan;
  readonly title: { readonly fr: string; readonly en: string };
  readonly stage: string;
  readonly installed: boolean;
  readonly files: ConfigurationFiles;
  readonly gate: {
    readonly host: string;
    readonly port: number;
    readonly password: string;
    readonly names: GateNames;
  };
  readonly standing: boolean;
}

const NOTHING: ObservedLab = { networks: [], volumes: [], containers: [] };
const FOLDER = '/etc/asterisk/';

/**
 * What teams are handed, from the plan that their configuration comes from. A team that stands in an
 * engine has its own base and stage; any other is as `up` would make it. No engine is needed.
 */
export async function teamSheets(
  bench: Workbench,
  request: SheetRequest,
): Promise<readonly TeamSheet[]> {
  const observed = await look(bench, request);
  const sheets = request.teams.map((team) =>
    teamSheet(bench, request, observedTeam(observed, team), team),
  );
  return Promise.all(sheets);
}

/** An engine that wasn't named may be missing: then nothing stands. */
async function look(bench: Workbench, { engine, prefix }: SheetRequest): Promise<ObservedLab> {
  try {
    const { connection } = await openEngine(bench, { url: engine, mayStart: false });
    return await observe(connection, prefix);
  } catch (error) {
    if (engine === undefined && error instanceof LabError) return NOTHING;
    throw error;
  }
}

async function teamSheet(
  { surroundings }: Workbench,
  { lab, prefix, base, gate, ...wish }: SheetRequest,
  observed: ObservedLab,
  team: TeamNumber,
): Promise<TeamSheet> {
  const { definition, templates } = lab;
  const plan = plannedAs({ definition, prefix }, team, observed, base);
  const begun = begunWith(observed, objectNames(prefix, team))?.stage ?? null;
  const { name: stage } = knownStage(definition, wish.stage ?? begun ?? lastStage(definition));
  const files = renderStage(definition, plan, stage, templates).map(
    ({ path, text }) => [path.replace(FOLDER, ''), Buffer.from(text)] as const,
  );
  return {
    ...{ plan, title: definition.title, stage, installed: isInstalled(definition, stage) },
    files: new Map(files),
    gate: { ...gate, ...(await gateAccess(surroundings, plan)) },
    standing: begun !== null,
  };
}
