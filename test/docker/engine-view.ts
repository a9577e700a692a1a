import { homedir } from 'node:os';
import { join } from 'node:path';
import type { EngineEndpoint } from '../../orchestrator/adapters/docker/connection.ts';
import { type Connection, connect, visit } from '../../orchestrator/adapters/docker/connection.ts';
import { exec } from '../../orchestrator/adapters/docker/exec.ts';
import { engineCandidates } from '../../orchestrator/adapters/engine/candidates.ts';
import { chooseEngine } from '../../orchestrator/adapters/engine/choose-engine.ts';
import { embeddedPaths } from '../../orchestrator/adapters/engine/embedded/paths.ts';
import { readText } from '../../orchestrator/adapters/engine/read-machine.ts';
import { LABELS } from '../../orchestrator/model/numbering/names.ts';

/** One container as the engine itself shows it. */
export interface SeenContainer {
  readonly id: string;
  readonly state: string;
  readonly startedAt: string;
}

/** What the engine shows of a prefix, asked past the tool under test. Networks and volumes by name. */
export interface SeenLab {
  readonly containers: Readonly<Record<string, SeenContainer>>;
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
}

/** Where the engine is that the tool works with when nobody names one. */
export async function testEngine(): Promise<EngineEndpoint> {
  const { env } = process;
  const home = homedir();
  const state = env.LAB_STATE ?? join(env.XDG_STATE_HOME ?? join(home, '.local', 'state'), 'lab');
  const candidates = engineCandidates({
    env,
    home,
    uid: process.getuid?.() ?? -1,
    embeddedSocket: embeddedPaths(state).socket,
    readText,
  });
  return (await chooseEngine(candidates, visit, 'other')).address;
}

/** A view of an engine, by default the one that all tests share. */
export async function engineView(endpoint?: EngineEndpoint) {
  const connection: Connection = await connect(endpoint ?? (await testEngine()));
  const { client } = connection;
  const run = async (container: string, script: string): Promise<string> => {
    const { stdout, stderr } = await exec(connection, {
      container,
      command: ['sh', '-c', script],
    });
    return stdout + stderr;
  };
  const look = async (prefix: string): Promise<SeenLab> => {
    const filters = { label: [`${LABELS.prefix}=${prefix}`] };
    const [containers, networks, { Volumes }] = await Promise.all([
      client.listContainers({ all: true, filters }),
      client.listNetworks({ filters }),
      client.listVolumes({ filters }),
    ]);
    // One that went since it was listed is no more there than one that went before.
    const gone = (error: { readonly statusCode?: number }) => {
      if (error.statusCode === 404) return [];
      throw error;
    };
    const inspect = async (id: string) => [await client.getContainer(id).inspect()];
    const inspected = await Promise.all(containers.map(({ Id }) => inspect(Id).catch(gone)));
    const seen = inspected
      .flat()
      .map(({ Id, Name, State }): [string, SeenContainer] => [
        Name.slice(1),
        { id: Id, state: State.Status, startedAt: State.StartedAt },
      ]);
    return {
      containers: Object.fromEntries(seen.sort(([a], [b]) => (a < b ? -1 : 1))),
      networks: networks.map(({ Name }) => Name).sort(),
      volumes: Volumes.map(({ Name }) => Name).sort(),
    };
  };
  /** Makes a container again as it was, but doesn't start it. */
  const recreate = async (name: string): Promise<void> => {
    const { Config, HostConfig, NetworkSettings } = await client.getContainer(name).inspect();
    const places = Object.entries(NetworkSettings.Networks);
    const EndpointsConfig = Object.fromEntries(
      places.map(([network, { IPAMConfig }]) => [network, { IPAMConfig }]),
    );
    await client.getContainer(name).remove({ force: true });
    await client.createContainer({
      ...Config,
      // Podman shows one limit in two ways, others by names of its own, and takes neither back.
      HostConfig: { ...HostConfig, CpuPeriod: 0, CpuQuota: 0, Ulimits: [] },
      NetworkingConfig: { EndpointsConfig },
      name,
    });
  };
  return { client, run, look, recreate };
}

/** A view of one engine. */
export type EngineView = Awaited<ReturnType<typeof engineView>>;

/** What is left when nothing is. */
export const NOTHING: SeenLab = { containers: {}, networks: [], volumes: [] };

/** The names of all objects that begin so, labelled or not, and which of the containers run. */
export async function everythingNamed({ client }: EngineView, beginning: string) {
  const [containers, networks, { Volumes }] = await Promise.all([
    client.listContainers({ all: true }),
    client.listNetworks(),
    client.listVolumes(),
  ]);
  const named = containers.map(({ Names, State }) => ({
    name: (Names[0] ?? '').slice(1),
    running: State === 'running',
  }));
  const others = [...networks, ...Volumes].map(({ Name }) => Name);
  const ours = (name: string) => name.startsWith(beginning);
  return {
    names: [...named.map(({ name }) => name), ...others].filter(ours),
    running: named.flatMap(({ name, running }) => (running && ours(name) ? [name] : [])),
  };
}
