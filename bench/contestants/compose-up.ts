import type { EngineEndpoint } from '../../orchestrator/adapters/docker/connection.ts';
import { type BenchLab, PROJECT } from '../bench-lab.ts';
import { composeFile } from '../compose-file.ts';
import { type Contestant, timed } from '../rounds.ts';

/** The longest that Compose may take, in seconds. */
const WITHIN = 120;

/** `docker compose up --wait` of the same team, from Enter to its end. */
export function composeUp(
  { endpoint, decision, clear, shell }: BenchLab,
  program: string,
  signal: AbortSignal,
): Contestant {
  const input = composeFile(decision);
  const env = { DOCKER_HOST: dockerHost(endpoint), COMPOSE_ANSI: 'never' };
  const words = ['up', '--detach', '--wait', '--wait-timeout', String(WITHIN)];
  return {
    name: 'docker compose up --wait',
    clear,
    run: async () => ({
      'compose: up': await timed(() =>
        shell.run(program, ['-p', PROJECT, '-f', '-', ...words], {
          ...{ input, env, signal, within: (WITHIN + 10) * 1000 },
        }),
      ),
    }),
  };
}

/** True of engines that Compose reaches with nothing but an address. */
export function composeReaches(endpoint: EngineEndpoint): boolean {
  return endpoint.kind === 'unix' || endpoint.tls === undefined;
}

function dockerHost(endpoint: EngineEndpoint): string {
  return endpoint.kind === 'unix'
    ? `unix://${endpoint.path}`
    : `tcp://${endpoint.host}:${endpoint.port}`;
}
