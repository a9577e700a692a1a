import type { Readable } from 'node:stream';
import { unreachable } from '../../base/unreachable.ts';
import { packTar, type TarEntry } from '../../model/archives/tar.ts';
import { hardwareAddress } from '../../model/numbering/addresses.ts';
import { LABELS } from '../../model/numbering/names.ts';
import { containerFingerprint, networkFingerprint } from '../../model/topology/fingerprint.ts';
import type { Action, Operation, Owner } from '../../model/topology/plan.ts';
import type {
  ContainerSpec,
  FileSpec,
  NetworkSpec,
  VolumeSpec,
} from '../../model/topology/specs.ts';
import type { Connection } from './connection.ts';
import { engineCall } from './engine-errors.ts';
import { DISK_BOUNDS } from './machine/disk-bounds.ts';
import { fillVolumes } from './reading-room.ts';

/** Gives the content of an archive, by the name of its file, as one tar stream. */
export type OpenSource = (archive: string) => Promise<Readable>;

/**
 * Carries out one operation: one engine call, or the three of a room that volumes are filled through.
 * What is done already counts as done.
 */
export async function perform(
  connection: Connection,
  owner: Owner,
  { id, target, action }: Operation,
  open: OpenSource = noSource,
): Promise<void> {
  if (action.kind === 'fill-volumes') {
    const { archive, ...room } = action.filling;
    const content = await open(archive);
    await fillVolumes(
      connection,
      { ...room, name: room.room, prefix: owner.prefix, team: owner.team },
      content,
    );
    return;
  }
  const { call, alreadyDone } = engineCallOf(connection, owner, target, action);
  await engineCall(id, call, alreadyDone);
}

interface EngineCall {
  readonly call: () => Promise<unknown>;
  readonly alreadyDone: readonly number[];
}

function engineCallOf(
  { client, info }: Connection,
  owner: Owner,
  target: string,
  action: Exclude<Action, { kind: 'fill-volumes' }>,
): EngineCall {
  const container = () => client.getContainer(target);
  switch (action.kind) {
    case 'create-network':
      return once(() => client.createNetwork(networkOptions(owner, action.network, info)));
    case 'create-volume':
      return once(() => client.createVolume(volumeOptions(owner, action.volume)));
    case 'create-container':
      return once(() => client.createContainer(containerOptions(owner, action.container)));
    case 'write-files':
      return once(async () =>
        container().putArchive(await fileArchive(action.container), { path: '/' }),
      );
    case 'start-container':
      return { call: () => container().start(), alreadyDone: [304] };
    case 'unpause-container':
      return { call: () => container().unpause(), alreadyDone: [304] };
    case 'remove-container':
      // 409: the engine is at it already, as with a probe whose command has just ended.
      return { call: () => container().remove({ force: true, v: true }), alreadyDone: [404, 409] };
    case 'remove-network':
      return { call: () => client.getNetwork(target).remove(), alreadyDone: [404] };
    case 'remove-volume':
      return { call: () => client.getVolume(target).remove(), alreadyDone: [404] };
    default:
      return unreachable(action);
  }
}

function once(call: () => Promise<unknown>): EngineCall {
  return { call, alreadyDone: [] };
}

function ownerLabels({ prefix, team, lab }: Owner): Record<string, string> {
  return { [LABELS.prefix]: prefix, [LABELS.team]: String(team), [LABELS.lab]: lab };
}

/**
 * A bridge without an address on the host: `internal` stops the way out, `inhibit_ipv4` the way to
 * the host's own services; Docker 28 says the latter with `gateway_mode_ipv4=isolated`.
 */
function networkOptions(owner: Owner, network: NetworkSpec, { version }: Connection['info']) {
  const isolated = Number.parseInt(version, 10) >= 28;
  const noLeg: Record<string, string> = isolated
    ? { 'com.docker.network.bridge.gateway_mode_ipv4': 'isolated' }
    : { 'com.docker.network.bridge.inhibit_ipv4': 'true' };
  return {
    Name: network.name,
    Driver: 'bridge',
    Internal: true,
    CheckDuplicate: true,
    IPAM: {
      Config: [{ Subnet: network.subnet, Gateway: network.gateway, IPRange: network.range }],
    },
    Options: noLeg,
    Labels: {
      ...ownerLabels(owner),
      [LABELS.base]: owner.base,
      [LABELS.spec]: JSON.stringify(networkFingerprint(network)),
    },
  };
}

function volumeOptions(owner: Owner, volume: VolumeSpec) {
  const { name, stage, archive, size } = volume;
  const labels: Record<string, string> = { ...ownerLabels(owner), [LABELS.stage]: stage };
  if (archive !== undefined) labels[LABELS.archive] = archive;
  return {
    ...{ Name: name, Labels: labels },
    ...(size !== undefined && { DriverOpts: { size: String(size) } }),
  };
}

function containerOptions(owner: Owner, spec: ContainerSpec) {
  // Docker's API 1.41 reads it beside the name, Podman where the network is.
  const MacAddress = hardwareAddress(spec.address);
  return {
    name: spec.name,
    MacAddress,
    Image: spec.image,
    Hostname: spec.hostName,
    Labels: {
      ...ownerLabels(owner),
      [LABELS.role]: spec.role,
      [LABELS.spec]: JSON.stringify(containerFingerprint(spec)),
    },
    HostConfig: {
      NetworkMode: spec.network,
      CapDrop: ['ALL'],
      CapAdd: [...spec.capabilities],
      SecurityOpt: ['no-new-privileges'],
      Memory: spec.memory,
      MemorySwap: spec.memory,
      PidsLimit: spec.pids,
      NanoCpus: Math.round(spec.cpus * 1e9),
      CpuShares: spec.shares,
      ...(spec.disk !== null && { StorageOpt: { size: String(spec.disk) } }),
      ...DISK_BOUNDS,
      RestartPolicy: { Name: 'unless-stopped' },
      Mounts: spec.volumes.map(({ name, path }) => ({
        Type: 'volume' as const,
        Source: name,
        Target: path,
      })),
    },
    NetworkingConfig: {
      EndpointsConfig: {
        [spec.network]: { IPAMConfig: { IPv4Address: spec.address }, MacAddress },
      },
    },
  };
}

async function fileArchive({ files, seed }: ContainerSpec): Promise<Buffer> {
  return packTar([...files, ...seed].flatMap(withFolders));
}

/** The file behind the folder that it stands in, so that both belong to the right user. */
function withFolders({ path, text, owner }: FileSpec): readonly TarEntry[] {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return [
    { path: folder, content: null, owner },
    { path, content: Buffer.from(text), owner },
  ];
}

function noSource(archive: string): never {
  throw new TypeError(`nobody said where ${archive} is`);
}
