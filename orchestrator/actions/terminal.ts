import type { Connection } from '../adapters/docker/connection.ts';
import { observe } from '../adapters/docker/observe.ts';
import { execTerminal, type TerminalRequest } from '../adapters/docker/terminal.ts';
import { labError } from '../base/lab-error.ts';
import type { LabDefinition } from '../model/definition/lab-definition.ts';
import type { TeamNumber } from '../model/numbering/team-number.ts';
import { teamPlan } from '../model/numbering/team-plan.ts';

/** Whose container: the team's PBX, or one of its stations. */
export interface ContainerRequest {
  readonly definition: LabDefinition;
  readonly prefix: string;
  readonly team: TeamNumber;
  readonly station?: string | undefined;
}

/** The name of a team's running container; a `team-not-up` or `station-unknown` error otherwise. */
export async function containerOf(
  connection: Connection,
  { definition, prefix, team, station }: ContainerRequest,
): Promise<string> {
  const plan = teamPlan(team, definition.layout, { prefix });
  const found = plan.stations.find(({ name }) => name === station);
  if (station !== undefined && found === undefined) {
    throw labError('station-unknown', {
      found: station,
      known: plan.stations.map(({ name }) => name),
    });
  }
  const container = found?.container ?? plan.pbx.container;
  const { containers } = await observe(connection, prefix);
  if (!containers.some(({ name, state }) => name === container && state === 'running')) {
    throw labError('team-not-up', { team });
  }
  return container;
}

/** Gives the person's terminal to a command in a container until it ends; returns its exit status. */
export function runInTerminal(connection: Connection, request: TerminalRequest): Promise<number> {
  return execTerminal(connection, request);
}
