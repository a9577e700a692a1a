import type Docker from 'dockerode';
import { isRoomRole, LABELS } from '../../model/numbering/names.ts';
import type {
  ContainerState,
  ObservedContainer,
  ObservedLab,
  ObservedNetwork,
  ObservedVolume,
} from '../../model/topology/observed.ts';
import type { TakenSubnet } from '../../model/topology/subnets.ts';
import type { Connection } from './connection.ts';
import { engineCall } from './engine-errors.ts';

type Labels = Readonly<Record<string, string>> | null | undefined;

/** Takes one snapshot of everything in the engine that carries our prefix, whatever the team. */
export async function observe({ client }: Connection, prefix: string): Promise<ObservedLab> {
  const filters = { label: [`${LABELS.prefix}=${prefix}`] };
  const found = await engineCall('list', () =>
    Promise.all([
      client.listNetworks({ filters }),
      client.listVolumes({ filters }),
      client.listContainers({ all: true, filters }),
    ]),
  );
  const [networks, volumes, containers] = found ?? [[], { Volumes: [] }, []];
  return {
    networks: networks.map(observedNetwork),
    volumes: (volumes.Volumes ?? []).map(observedVolume),
    // A clean room belongs to whoever grades: no verb sees it in a team's lab.
    containers: containers.map(observedContainer).filter(({ role }) => !isRoomRole(role)),
  };
}

function observedNetwork(found: Docker.NetworkInspectInfo): ObservedNetwork {
  const labels: Labels = found.Labels;
  return {
    id: found.Id,
    name: found.Name,
    team: teamOf(labels),
    base: labels?.[LABELS.base] ?? null,
    lab: labels?.[LABELS.lab] ?? null,
    spec: labels?.[LABELS.spec] ?? null,
  };
}

function observedVolume(found: Docker.VolumeInspectInfo): ObservedVolume {
  const labels: Labels = found.Labels;
  return {
    name: found.Name,
    team: teamOf(labels),
    lab: labels?.[LABELS.lab] ?? null,
    stage: labels?.[LABELS.stage] ?? null,
    ...(labels?.[LABELS.archive] && { archive: labels[LABELS.archive] }),
  };
}

function observedContainer(found: Docker.ContainerInfo): ObservedContainer {
  const labels: Labels = found.Labels;
  return {
    id: found.Id,
    name: (found.Names[0] ?? '').replace(/^\//, ''),
    team: teamOf(labels),
    role: labels?.[LABELS.role] ?? '',
    state: found.State as ContainerState,
    spec: labels?.[LABELS.spec] ?? null,
  };
}

function teamOf(labels: Labels): number {
  return Number(labels?.[LABELS.team] ?? Number.NaN);
}

/** Lists the subnets of every network in the engine that isn't `except` by name. */
export async function takenSubnets(
  { client }: Connection,
  except: readonly string[],
): Promise<readonly TakenSubnet[]> {
  const networks = (await engineCall('list networks', () => client.listNetworks())) ?? [];
  return networks
    .filter(({ Name }) => !except.includes(Name))
    .flatMap((network) =>
      (network.IPAM?.Config ?? []).map(({ Subnet }) => ({
        kind: 'network' as const,
        name: network.Name,
        project: network.Labels?.['com.docker.compose.project'] ?? null,
        subnet: Subnet ?? '',
      })),
    );
}
