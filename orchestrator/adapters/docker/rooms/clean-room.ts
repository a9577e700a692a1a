import { packTar, type TarEntry } from '../../../model/archives/tar.ts';
import { LABELS } from '../../../model/numbering/names.ts';
import type { RoomContainer, RoomSpec } from '../../../model/topology/room-spec.ts';
import type { FileSpec } from '../../../model/topology/specs.ts';
import type { Connection } from '../connection.ts';
import { engineCall } from '../engine-errors.ts';
import { exec } from '../exec.ts';
import { DISK_BOUNDS } from '../machine/disk-bounds.ts';
import { START_CAPTURE } from './room-capture.ts';

/** What the exchange of a clean room begins with in its `/etc/asterisk`. */
export interface RoomConfiguration {
  /** `whole`: these files and no others. `over-pristine`: on top of the image's own. */
  readonly extent: 'whole' | 'over-pristine';
  /** Tar archives, each with the folder to unpack it in, one after the other. */
  readonly archives: readonly RoomArchive[];
}

/** Files for a clean room, and the folder that their paths begin in. */
export interface RoomArchive {
  readonly folder: string;
  readonly tar: Buffer;
}

/** A network without any way out: addresses on a bridge that nothing is plugged into. */
const NETWORK = `ip link add team type bridge && ip link set lo up && ip link set team up &&
for address in "$@"; do ip addr add "$address/24" dev team || exit; done || exit
${START_CAPTURE}`;

/**
 * Makes a clean room: a private network, an exchange and a container of phones in it, all three
 * running. Disposing removes them with everything in them.
 */
export async function openCleanRoom(
  connection: Connection,
  spec: RoomSpec,
  configuration: RoomConfiguration,
): Promise<AsyncDisposable> {
  const names = [spec.phones.name, spec.pbx.name, spec.net.name];
  const dispose = async () => {
    await Promise.all(names.map((name) => removeRoomContainer(connection, name)));
  };
  try {
    await makeNetwork(connection, spec);
    const made = await Promise.allSettled([
      makeExchange(connection, spec, configuration),
      makePhones(connection, spec),
    ]);
    const failed = made.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    return { [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Removes one container of a room, and the volume that only it has. */
export async function removeRoomContainer({ client }: Connection, name: string): Promise<void> {
  const remove = () => client.getContainer(name).remove({ force: true, v: true });
  await engineCall(`remove ${name}`, remove, [404, 409]);
}

async function makeNetwork(connection: Connection, spec: RoomSpec): Promise<void> {
  const { net } = spec;
  await create(connection, spec, net, {
    network: 'none',
    command: ['sleep', 'infinity'],
    wholeConfiguration: false,
  });
  await start(connection, net.name);
  const command = ['sh', '-c', NETWORK, 'network', ...net.addresses];
  const { code, stderr } = await exec(connection, { container: net.name, command });
  if (code !== 0) throw new Error(`no network in ${net.name}: ${stderr.trim()}`);
}

async function makeExchange(
  connection: Connection,
  spec: RoomSpec,
  { extent, archives }: RoomConfiguration,
): Promise<void> {
  const { pbx, net } = spec;
  await create(connection, spec, pbx, {
    network: `container:${net.name}`,
    wholeConfiguration: extent === 'whole',
  });
  for (const archive of archives) await unpack(connection, pbx.name, archive);
  await start(connection, pbx.name);
}

async function makePhones(connection: Connection, spec: RoomSpec): Promise<void> {
  const { phones, net } = spec;
  const network = `container:${net.name}`;
  await create(connection, spec, phones, { network, wholeConfiguration: false });
  const tar = await packTar(phones.files.flatMap(withFolder));
  await unpack(connection, phones.name, { folder: '/', tar });
  await start(connection, phones.name);
}

interface Setting {
  readonly network: string;
  readonly command?: readonly string[];
  /** `/etc/asterisk` is empty at first, instead of the image's. */
  readonly wholeConfiguration: boolean;
}

async function create(
  { client }: Connection,
  { prefix, team, holder }: RoomSpec,
  container: RoomContainer,
  { network, command, wholeConfiguration }: Setting,
): Promise<void> {
  const { name, role, image, capabilities, memory, pids, cpus, shares } = container;
  await engineCall(`create ${name}`, () =>
    client.createContainer({
      name,
      Image: image,
      ...(command && { Cmd: [...command] }),
      Labels: {
        [LABELS.prefix]: prefix,
        [LABELS.team]: String(team),
        [LABELS.role]: role,
        [LABELS.holder]: holder,
      },
      HostConfig: {
        NetworkMode: network,
        CapDrop: ['ALL'],
        CapAdd: [...capabilities],
        SecurityOpt: ['no-new-privileges'],
        Memory: memory,
        MemorySwap: memory,
        PidsLimit: pids,
        NanoCpus: Math.round(cpus * 1e9),
        CpuShares: shares,
        ...DISK_BOUNDS,
        Mounts: wholeConfiguration ? [EMPTY_CONFIGURATION] : [],
      },
    }),
  );
}

/** A volume without a name, that the engine doesn't fill from the image: deleted files stay so. */
const EMPTY_CONFIGURATION = {
  Type: 'volume' as const,
  Source: '',
  Target: '/etc/asterisk',
  VolumeOptions: { NoCopy: true, Labels: {}, DriverConfig: { Name: '', Options: {} } },
};

async function unpack(
  { client }: Connection,
  name: string,
  { folder, tar }: RoomArchive,
): Promise<void> {
  const put = () => client.getContainer(name).putArchive(tar, { path: folder });
  await engineCall(`write files in ${name}`, put);
}

async function start({ client, budget }: Connection, name: string): Promise<void> {
  const call = () => engineCall(`start ${name}`, () => client.getContainer(name).start());
  await budget.changes(call);
}

/** The file behind the folder that it stands in, so that both belong to the right user. */
function withFolder({ path, text, owner }: FileSpec): readonly TarEntry[] {
  const folder = path.slice(0, path.lastIndexOf('/'));
  return [
    { path: folder, content: null, owner },
    { path, content: Buffer.from(text), owner },
  ];
}
