import { embedObstacle } from '../../adapters/engine/packages/can-embed.ts';
import { enginePlatform } from '../../adapters/engine/platform.ts';
import { readMachine } from '../../adapters/engine/read-machine.ts';
import { systemPath } from '../../adapters/shell/system-path.ts';
import type { EmbedObstacle, EnginePlatform } from '../../base/problems/environment-problems.ts';
import type { Surroundings } from '../../base/surroundings.ts';

/** Whether this machine can have an engine of its own, and what it still lacks for that. */
export interface Embedding {
  readonly platform: EnginePlatform;
  readonly obstacle: EmbedObstacle | undefined;
  readonly missing: readonly string[];
}

/** Looks at the machine and tells whether the embedded engine can run on it. */
export function embedding({ platform, uid, environment }: Surroundings): Embedding {
  const facts = readMachine({ platform, uid, searchPath: systemPath(environment.PATH) });
  return {
    platform: enginePlatform(facts),
    obstacle: embedObstacle(facts),
    missing: facts.missing,
  };
}
