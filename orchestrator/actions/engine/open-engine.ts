import { type Connection, visit } from '../../adapters/docker/connection.ts';
import { type EngineSource, engineCandidates } from '../../adapters/engine/candidates.ts';
import { type ChosenEngine, chooseEngine } from '../../adapters/engine/choose-engine.ts';
import { embeddedPaths } from '../../adapters/engine/embedded/paths.ts';
import { readText } from '../../adapters/engine/read-machine.ts';
import { LabError } from '../../base/lab-error.ts';
import type { Workbench } from '../workbench.ts';
import { startEmbedded } from './embedded-engine.ts';
import { embedding } from './embedding.ts';

/** Which engine: one that is named, else the one found; `mayStart` allows starting our own. */
export interface EngineRequest {
  readonly url?: string | undefined;
  readonly mayStart: boolean;
}

/** An engine to work with. */
export interface OpenEngine {
  readonly connection: Connection;
  readonly source: EngineSource;
  /** Our own engine has no way out of its network namespace, so no registry either. */
  readonly registry: boolean;
}

/** Finds an engine and opens it; when there is none and this machine can have one, starts it. */
export async function openEngine(bench: Workbench, request: EngineRequest): Promise<OpenEngine> {
  const { open, source } = await find(bench, request).catch(async (error: unknown) => {
    if (!request.mayStart || !isAbsent(error) || !canEmbed(bench)) throw error;
    await startEmbedded(bench);
    return find(bench, request);
  });
  return { connection: open(), source, registry: source !== 'embedded' };
}

function find(
  { surroundings }: Workbench,
  { url }: EngineRequest,
): Promise<ChosenEngine<Connection>> {
  const { environment, home, uid, stateFolder } = surroundings;
  const candidates = engineCandidates({
    env: environment,
    home,
    uid: uid ?? -1,
    explicit: url,
    embeddedSocket: embeddedPaths(stateFolder).socket,
    readText,
  });
  const { platform } = embedding(surroundings);
  return chooseEngine(candidates, visit, platform);
}

function isAbsent(error: unknown): boolean {
  return error instanceof LabError && error.problem.code === 'engine-absent';
}

function canEmbed({ surroundings }: Workbench): boolean {
  return embedding(surroundings).obstacle === undefined;
}
