import { existsSync } from 'node:fs';
import type { EngineTools } from '../engine-tools.ts';
import { engineAnswers, engineVersion } from './engine-api.ts';
import type { EmbeddedPaths } from './paths.ts';
import { livingProcesses } from './processes.ts';

/**
 * How the embedded engine is: never made, stopped, answering, or broken — something of it
 * lives but it doesn't answer, as during a start.
 */
export interface EngineStatus {
  readonly state: 'absent' | 'stopped' | 'running' | 'broken';
  readonly socket: string;
  readonly pid?: number | undefined;
  readonly version?: string | undefined;
  /** Bytes on disk of images, containers and volumes; absent when counting took too long. */
  readonly dataSize?: number | undefined;
}

/** Looks at the embedded engine and changes nothing. */
export async function engineStatus(
  paths: EmbeddedPaths,
  tools: EngineTools,
): Promise<EngineStatus> {
  const { socket } = paths;
  const made = existsSync(paths.data);
  const [answers, living] = await Promise.all([engineAnswers(socket), livingProcesses(paths)]);
  const pid = living.daemon[0];
  const found = made ? { socket, dataSize: await dataSize(paths, tools) } : { socket };
  if (answers) return { ...found, state: 'running', pid, version: await engineVersion(socket) };
  const parts = [living.daemon, living.containerd, living.others].flat();
  if (parts.length > 0) return { ...found, state: 'broken', pid };
  return { ...found, state: made ? 'stopped' : 'absent' };
}

/** One file system only: mounted containers would be counted twice. */
async function dataSize({ data }: EmbeddedPaths, { shell }: EngineTools) {
  const counting = ['--summarize', '--one-file-system', '--block-size=1', data];
  try {
    // Files that vanish while du counts make it fail although it has counted.
    const { stdout } = await shell.run('du', counting, { mayFail: true, within: 20_000 });
    const bytes = Number.parseInt(stdout, 10);
    return Number.isNaN(bytes) ? undefined : bytes;
  } catch {
    return undefined;
  }
}
