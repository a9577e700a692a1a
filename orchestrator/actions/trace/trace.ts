import type { Connection } from '../../adapters/docker/connection.ts';
import { openSubmissions } from '../../adapters/files/submissions/open-submissions.ts';
import { exchangeModel } from '../../model/asterisk/exchange-model.ts';
import type { CallPath } from '../../model/asterisk/plan/call-path.ts';
import { traceCall } from '../../model/asterisk/plan/trace-call.ts';
import type { ConfigurationFiles } from '../../model/configuration/configuration-text.ts';
import {
  knownStage,
  type LabDefinition,
  lastStage,
} from '../../model/definition/lab-definition.ts';
import { roomNames } from '../../model/numbering/names.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { LockHolder } from '../../model/topology/lock-holder.ts';
import { teamHandIn } from '../grade/hand-ins/hand-in.ts';
import { sweepRooms } from '../grade/sweep-rooms.ts';
import type { Workbench } from '../workbench.ts';

/** The numbers of a call. */
export interface TracedCall {
  readonly from: string;
  readonly to: string;
}

/** Where a team's files are to be had. */
export interface TeamFilesRequest {
  readonly connection: Connection;
  readonly prefix: string;
  readonly team: TeamNumber;
  readonly image: string;
  readonly definition: LabDefinition;
}

/** Follows a call through the dial plan of some files. Nothing runs, nobody is called. */
export function trace(files: ConfigurationFiles, { from, to }: TracedCall): CallPath {
  return traceCall(exchangeModel(files), from, to);
}

/** Reads a team's files out of its volume, whether it is up or not. */
export async function teamFiles(
  bench: Workbench,
  request: TeamFilesRequest,
): Promise<ConfigurationFiles> {
  const { connection, prefix, team } = request;
  const since = bench.clock.date().toISOString();
  const self: LockHolder = { ...bench.surroundings.identity(), verb: 'trace', since };
  await sweepRooms(bench, connection, prefix);
  const id = Math.floor(Math.random() * 2 ** 32).toString(16);
  const names = roomNames(prefix, team, id);
  return (await teamHandIn({ ...request, names, holder: JSON.stringify(self) })).files;
}

/** Reads the files of a folder or archive, where those of a lab lie in it. */
export async function folderFiles(
  folder: string,
  definition: LabDefinition,
): Promise<ConfigurationFiles> {
  const { files: meant } = knownStage(definition, lastStage(definition));
  using opened = await openSubmissions(folder, meant);
  const [first] = opened.handIns;
  return first === undefined ? new Map() : (await first.read()).configuration;
}
