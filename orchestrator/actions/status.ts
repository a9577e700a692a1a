import type { Connection } from '../adapters/docker/connection.ts';
import { observe } from '../adapters/docker/observe.ts';
import { readPeers } from '../adapters/pbx/peers.ts';
import { labError } from '../base/lab-error.ts';
import type { LabDefinition } from '../model/definition/lab-definition.ts';
import { objectNames } from '../model/numbering/names.ts';
import type { TeamNumber } from '../model/numbering/team-number.ts';
import { type TeamPlan, teamPlan } from '../model/numbering/team-plan.ts';
import { type TeamStatus, teamStatus } from '../model/topology/lab-status.ts';
import { begunWith, type ObservedLab, observedTeam } from '../model/topology/observed.ts';
import { runIn } from './run-in.ts';

/** Where a team stands. */
export interface Standing {
  readonly connection: Connection;
  readonly definition: LabDefinition;
  readonly prefix: string;
}

/** One team's status, given its plan and what the engine shows of it. */
export async function readTeamStatus(
  connection: Connection,
  plan: TeamPlan,
  observed: ObservedLab,
): Promise<TeamStatus> {
  const { container } = plan.pbx;
  const running = observed.containers.some(
    ({ name, state }) => name === container && state === 'running',
  );
  const peers = running ? await readPeers(runIn(connection, container)) : null;
  return teamStatus(plan, observed, peers);
}

/** The plan of a team as it stands in the engine: a network that is there keeps its base. */
export function plannedAs(
  { definition, prefix }: Pick<Standing, 'definition' | 'prefix'>,
  team: TeamNumber,
  observed: ObservedLab,
  base?: string,
): TeamPlan {
  const standing = observed.networks[0]?.base ?? undefined;
  return teamPlan(team, definition.layout, { prefix, base: base ?? standing });
}

/** The plan of one team as it stands in the engine; a team that isn't up is a `team-not-up` error. */
export async function standingPlan(request: Standing, team: TeamNumber): Promise<TeamPlan> {
  return (await standing(request, team)).plan;
}

/** The plan of a team that is up, and the stage that its work began as. */
export async function standing(
  request: Standing,
  team: TeamNumber,
): Promise<{ readonly plan: TeamPlan; readonly stage: string | null }> {
  const observed = observedTeam(await observe(request.connection, request.prefix), team);
  const plan = plannedAs(request, team, observed);
  const running = observed.containers.some(
    ({ name, state }) => name === plan.pbx.container && state === 'running',
  );
  if (!running) throw labError('team-not-up', { team });
  const stage = begunWith(observed, objectNames(request.prefix, team))?.stage ?? null;
  return { plan, stage };
}
