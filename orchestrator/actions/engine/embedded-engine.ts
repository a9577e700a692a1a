import { type EngineStatus, engineStatus } from '../../adapters/engine/embedded/engine-status.ts';
import { type EmbeddedPaths, embeddedPaths } from '../../adapters/engine/embedded/paths.ts';
import { startEngine } from '../../adapters/engine/embedded/start-engine.ts';
import {
  purgeEngine,
  type StopOutcome,
  stopEngine,
} from '../../adapters/engine/embedded/stop-engine.ts';
import { installPackages } from '../../adapters/engine/packages/install-packages.ts';
import { inPhase } from '../../base/event.ts';
import { labError } from '../../base/lab-error.ts';
import type { Workbench } from '../workbench.ts';
import { embedding } from './embedding.ts';

/** The embedded engine as it is, and the packages it would still need. */
export type EmbeddedStatus = EngineStatus & { readonly missing: readonly string[] };

/** Looks at the embedded engine; changes nothing. */
export async function embeddedStatus(bench: Workbench): Promise<EmbeddedStatus> {
  const { missing } = embedding(bench.surroundings);
  return { ...(await engineStatus(pathsOf(bench), bench)), missing };
}

/** Starts the embedded engine, installing what it lacks (after asking). Does nothing when it runs. */
export async function startEmbedded(bench: Workbench): Promise<void> {
  const { emit, clock, shell, surroundings } = bench;
  const { obstacle, missing } = embedding(surroundings);
  if (obstacle !== undefined) throw labError('engine-not-embeddable', { reason: obstacle });
  const context = { team: null, emit, now: clock.now } as const;
  if (missing.length > 0) {
    await bench.agree({ about: 'packages', names: missing });
    const onLine = (line: string) => emit({ type: 'log', source: 'apt', line });
    await inPhase({ ...context, phase: 'packages' }, () =>
      installPackages(missing, { shell, now: clock.date(), onLine }),
    );
  }
  await inPhase({ ...context, phase: 'engine' }, () => startEngine(pathsOf(bench), bench));
}

/** Stops the embedded engine and leaves nothing of it behind but its data. */
export function stopEmbedded(bench: Workbench): Promise<StopOutcome> {
  return stopEngine(pathsOf(bench), bench);
}

/** Stops the embedded engine and deletes its data, after asking; returns the folder that is gone. */
export async function purgeEmbedded(bench: Workbench): Promise<string> {
  const paths = pathsOf(bench);
  await bench.agree({ about: 'engine-purge', folder: paths.root });
  await purgeEngine(paths, bench);
  return paths.root;
}

function pathsOf({ surroundings }: Workbench): EmbeddedPaths {
  return embeddedPaths(surroundings.stateFolder);
}
