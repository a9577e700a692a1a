import type { TeamDecision } from '../../orchestrator/actions/up/decide-team.ts';
import type { EngineEndpoint } from '../../orchestrator/adapters/docker/connection.ts';
import { type BenchLab, PROJECT } from '../bench-lab.ts';
import { composeFile } from '../compose-file.ts';
import { type Contestant, timed } from '../rounds.ts';

/** The longest that Compose may take, in seconds. */
const WITHIN = 120;

/** Compose with one file: its words, each run to its end, as from Enter. */
export interface Compose {
  readonly up: () => Promise<void>;
  /** Containers, networks and volumes go; nobody is waited for longer than `up` would be. */
  readonly down: () => Promise<void>;
}

/** `docker compose` of the same teams. */
export function compose(
  { endpoint, shell }: BenchLab,
  decisions: readonly TeamDecision[],
  { program, signal }: { readonly program: string; readonly signal: AbortSignal },
): Compose {
  const input = composeFile(decisions);
  const env = { DOCKER_HOST: dockerHost(endpoint), COMPOSE_ANSI: 'never' };
  const run = async (words: readonly string[]) => {
    await shell.run(program, ['-p', PROJECT, '-f', '-', ...words], {
      ...{ input, env, signal, within: (WITHIN + 10) * 1000 },
    });
  };
  return {
    up: () => run(['up', '--detach', '--wait', '--wait-timeout', String(WITHIN)]),
    down: () => run(['down', '--volumes']),
  };
}

/** `docker compose up --wait`, from Enter to its end. */
export function composeUp({ clear }: BenchLab, { up }: Compose, name: string): Contestant {
  return {
    name: `docker compose up --wait (${name})`,
    clear,
    run: async () => ({ [`${name}: up`]: await timed(up) }),
  };
}

/** `docker compose down --volumes`, then `up --wait`: what Compose has for a fresh start. */
export function composeRenew({ clear }: BenchLab, { up, down }: Compose, name: string): Contestant {
  return {
    name: `docker compose down, up --wait (${name})`,
    clear,
    run: async () => {
      await up();
      const ms = await timed(async () => {
        await down();
        await up();
      });
      return { [`${name}: renewed`]: ms };
    },
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
