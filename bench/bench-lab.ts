import { dirname } from 'node:path';
import { wantedImages } from '../orchestrator/actions/images/ensure-images.ts';
import { readLabDefinition } from '../orchestrator/actions/read-lab.ts';
import { decideTeam, type TeamDecision } from '../orchestrator/actions/up/decide-team.ts';
import {
  type Connection,
  connect,
  type EngineEndpoint,
} from '../orchestrator/adapters/docker/connection.ts';
import type { Environment } from '../orchestrator/adapters/shell/command.ts';
import { type Shell, shell } from '../orchestrator/adapters/shell/shell.ts';
import { TEAM_IMAGES } from '../orchestrator/model/images/image-folder.ts';
import { LABELS } from '../orchestrator/model/numbering/names.ts';
import {
  ALL_TEAMS,
  type TeamNumber,
  teamNumber,
} from '../orchestrator/model/numbering/team-number.ts';
import { testEngine } from '../test/docker/engine-view.ts';

/** The team that everything is measured with. */
export const TEAM = teamNumber(3);

/** The project that Compose is given. */
export const PROJECT = 'lab-bench';

/** The built tool is beside this program, in dist/. */
export const INSTALL_FOLDER = dirname(import.meta.dirname);

/** No call to the engine may take longer, in ms. */
export const CALL_MS = 60_000;

/** The bench's own place in an engine: its prefix and base keep it away from everybody's teams. */
export interface BenchLab {
  readonly endpoint: EngineEndpoint;
  readonly connection: Connection;
  readonly prefix: string;
  readonly base: string;
  readonly shell: Shell;
  readonly environment: Environment;
  /** What `up` would decide for the team in an empty engine. */
  readonly decision: TeamDecision;
  /** The same for each of the eight teams. */
  readonly decisions: readonly TeamDecision[];
  /** Removes whatever any contestant has made, found by its label. */
  readonly clear: () => Promise<void>;
}

/** Opens the engine that the tool would take. Its images must be there. */
export async function benchLab(prefix: string, base: string): Promise<BenchLab> {
  const endpoint = await testEngine();
  const connection = await connect(endpoint, CALL_MS);
  const environment = { ...process.env, LAB_PREFIX: prefix, LC_ALL: 'C.UTF-8' };
  const bench = { surroundings: { installFolder: INSTALL_FOLDER } };
  const [lab, images] = await Promise.all([
    readLabDefinition(bench),
    wantedImages(bench, TEAM_IMAGES),
  ]);
  const tag = (role: string) => images.find(({ name }) => name === role)?.tag ?? '';
  const wanted = {
    ...{ lab, prefix, base },
    images: { pbx: tag('pbx'), softphone: tag('softphone-sim'), bare: '' },
  };
  const decide = (team: TeamNumber) =>
    decideTeam(wanted, team, { networks: [], volumes: [], containers: [] });
  const [decision, decisions] = [decide(TEAM), ALL_TEAMS.map(decide)];
  const labels = [`${LABELS.prefix}=${prefix}`, `com.docker.compose.project=${PROJECT}`];
  const clear = async () => {
    for (const label of labels) await removeLabelled(connection, label);
  };
  return {
    ...{ endpoint, connection, prefix, base, decision, decisions, clear, environment },
    shell: shell(environment),
  };
}

async function removeLabelled({ client }: Connection, label: string): Promise<void> {
  const filters = { label: [label] };
  const containers = await client.listContainers({ all: true, filters });
  await Promise.all(
    containers.map(({ Id }) => client.getContainer(Id).remove({ force: true, v: true })),
  );
  const networks = await client.listNetworks({ filters });
  const { Volumes: volumes } = await client.listVolumes({ filters });
  await Promise.all([
    ...networks.map(({ Id }) => client.getNetwork(Id).remove()),
    ...(volumes ?? []).map(({ Name }) => client.getVolume(Name).remove()),
  ]);
}
