import type { Connection } from '../adapters/docker/connection.ts';
import { hasImage } from '../adapters/docker/images.ts';
import { freeSpace } from '../adapters/files/free-space.ts';
import { readImageFolder } from '../adapters/files/image-folders.ts';
import { LabError, labError, type Problem } from '../base/lab-error.ts';
import type { LabDefinition } from '../model/definition/lab-definition.ts';
import { imageTag, TEAM_IMAGES } from '../model/images/image-folder.ts';
import { ALL_TEAMS } from '../model/numbering/team-number.ts';
import { teamPlan } from '../model/numbering/team-plan.ts';
import { diskLimits } from './class/engine-room.ts';
import { openEngine } from './engine/open-engine.ts';
import { leavesHostAlone, subnetProblems } from './up/refuse-conflicts.ts';
import type { Workbench } from './workbench.ts';

/** The names of the checks, in their order. */
export type CheckName =
  | 'node'
  | 'engine'
  | 'isolation'
  | 'cgroups'
  | 'images'
  | 'subnets'
  | 'disk-limit'
  | 'disk'
  | 'memory';

/** One line of the doctor's: what was found, and the problem when it isn't good. */
export interface Finding {
  readonly check: CheckName;
  readonly found: string;
  readonly problem: Problem | null;
}

/** What the doctor is asked about. */
export interface DoctorRequest {
  readonly definition: LabDefinition;
  readonly prefix: string;
  readonly engine?: string | undefined;
  readonly base?: string | undefined;
  readonly nodeVersion: string;
}

/** Node's oldest release that the tool runs on. */
const NODE_FLOOR = '20.19';

/** What eight teams' containers and their images take, with some room. Bytes. */
const DISK_FLOOR = 2e9;
const MEMORY_FLOOR = 1e9;

/** Examines the machine and the engine; changes nothing. Checks that need an engine wait for one. */
export async function doctor(
  bench: Workbench,
  request: DoctorRequest,
): Promise<readonly Finding[]> {
  const { engine, nodeVersion } = request;
  const machine = [node(nodeVersion)];
  try {
    const { connection, source } = await openEngine(bench, { url: engine, mayStart: false });
    const { name, version } = connection.info;
    const open = good('engine', `${name} ${version}, ${source}`);
    const found = await Promise.all([
      isolation(connection),
      cgroups(connection),
      images(bench, connection),
      subnets(bench, connection, request),
      diskLimit(bench, connection),
    ]);
    return [...machine, open, ...found, await disk(bench), memory(connection)];
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return [...machine, { check: 'engine', found: '', problem: error.problem }, await disk(bench)];
  }
}

function node(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [floorMajor = 0, floorMinor = 0] = NODE_FLOOR.split('.').map(Number);
  if (major > floorMajor || (major === floorMajor && minor >= floorMinor))
    return good('node', version);
  return bad('node', labError('node-too-old', { found: version, floor: NODE_FLOOR }));
}

function isolation(connection: Connection): Finding {
  if (leavesHostAlone(connection)) return good('isolation', connection.info.name);
  return bad('isolation', labError('isolation-weak', { engine: connection.info.name }));
}

function cgroups(connection: Connection): Finding {
  const { version, missing } = connection.limits;
  if (missing.length === 0) return good('cgroups', `v${version}`);
  return bad('cgroups', labError('limits-unenforced', { missing }));
}

async function images(bench: Workbench, connection: Connection): Promise<Finding> {
  const tags = await Promise.all(
    TEAM_IMAGES.map(async (name) =>
      imageTag(await readImageFolder(bench.surroundings.installFolder, name)),
    ),
  );
  const present = await Promise.all(tags.map((tag) => hasImage(connection, tag)));
  if (present.every(Boolean)) return good('images', tags.join(', '));
  return bad('images', labError('images-missing', {}));
}

async function subnets(
  { surroundings }: Workbench,
  connection: Connection,
  { definition, prefix, base }: DoctorRequest,
): Promise<Finding> {
  const plans = ALL_TEAMS.map((team) => teamPlan(team, definition.layout, { prefix, base }));
  const [problem] = await subnetProblems({ connection, surroundings, plans });
  if (problem !== undefined) return { check: 'subnets', found: '', problem };
  const subnetOf = (index: number) => plans.at(index)?.network.subnet;
  return good('subnets', `${subnetOf(0)} – ${subnetOf(-1)}`);
}

/** Not every engine can; the lab works all the same. */
function diskLimit(bench: Workbench, connection: Connection): Finding {
  const { storage, layers } = diskLimits(bench, connection);
  if (layers) return good('disk-limit', storage);
  return bad('disk-limit', labError('disk-unlimited', { storage }));
}

async function disk({ surroundings }: Workbench): Promise<Finding> {
  const free = await freeSpace(surroundings.stateFolder);
  if (free >= DISK_FLOOR) return good('disk', gigabytes(free));
  return bad('disk', labError('disk-low', { free: gigabytes(free), floor: gigabytes(DISK_FLOOR) }));
}

function memory(connection: Connection): Finding {
  const { memory: total } = connection.limits;
  if (total >= MEMORY_FLOOR) return good('memory', gigabytes(total));
  const floor = gigabytes(MEMORY_FLOOR);
  return bad('memory', labError('memory-low', { total: gigabytes(total), floor }));
}

function good(check: CheckName, found: string): Finding {
  return { check, found, problem: null };
}

function bad(check: CheckName, { problem }: LabError): Finding {
  return { check, found: '', problem };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
