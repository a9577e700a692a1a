import { LabError } from '../../base/lab-error.ts';
import { certificatesIn, currentContext, type ReadText } from './docker-context.ts';
import { describeAddress, type EngineAddress, engineAddress } from './engine-address.ts';

/** Where the tool learnt of an engine. */
export type EngineSource =
  | 'explicit'
  | 'DOCKER_HOST'
  | 'context'
  | 'docker-socket'
  | 'rootless-docker'
  | 'podman'
  | 'rootless-podman'
  | 'embedded';

/** One place where an engine may be; a context that is no use to us carries its problem instead. */
export type EngineCandidate =
  | { readonly source: EngineSource; readonly address: EngineAddress }
  | { readonly source: 'context'; readonly problem: LabError };

/** What the search for an engine starts from. */
export interface EngineFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly uid: number;
  /** The value of `--engine`. */
  readonly explicit?: string | undefined;
  readonly embeddedSocket: string;
  readonly readText: ReadText;
}

/**
 * Every place where an engine may be, in order of preference. Somebody who named one, by
 * `--engine` or `DOCKER_HOST`, gets that one alone.
 */
export function engineCandidates(facts: EngineFacts): readonly EngineCandidate[] {
  const { explicit, env } = facts;
  if (explicit) return [named('explicit', '--engine', explicit, facts)];
  const host = env.DOCKER_HOST;
  if (host) return [named('DOCKER_HOST', 'DOCKER_HOST', host, facts)];
  return withoutRepeats([...contextCandidate(facts), ...socketCandidates(facts)]);
}

function named(
  source: 'explicit' | 'DOCKER_HOST',
  origin: string,
  url: string,
  { env, home, readText }: EngineFacts,
): EngineCandidate {
  const folder = env.DOCKER_CERT_PATH || dockerFolder(env, home);
  const address = engineAddress(url, {
    source: origin,
    secure: Boolean(env.DOCKER_TLS_VERIFY),
    certificates: () => certificatesIn(folder, readText),
  });
  return { source, address };
}

/** A broken context must not hide an engine that holds our labs, so its problem waits its turn. */
function contextCandidate({ env, home, readText }: EngineFacts): readonly EngineCandidate[] {
  const folder = dockerFolder(env, home);
  const context = currentContext(folder, env.DOCKER_CONTEXT, readText);
  if (!context) return [];
  try {
    const address = engineAddress(context.url, {
      source: `docker context ${context.name}`,
      secure: context.certificates !== undefined,
      certificates: () => certificatesIn(context.certificates ?? folder, readText),
    });
    return [{ source: 'context', address }];
  } catch (error) {
    if (error instanceof LabError) return [{ source: 'context', problem: error }];
    throw error;
  }
}

function socketCandidates({ env, home, uid, embeddedSocket }: EngineFacts): EngineCandidate[] {
  const runtime = env.XDG_RUNTIME_DIR || (uid === 0 ? undefined : `/run/user/${uid}`);
  const own = (path: string) => (runtime === undefined ? [] : [`${runtime}/${path}`]);
  const places: readonly (readonly [EngineSource, readonly string[]])[] = [
    ['docker-socket', ['/var/run/docker.sock']],
    ['rootless-docker', [...own('docker.sock'), `${home}/.docker/run/docker.sock`]],
    ['podman', ['/run/podman/podman.sock']],
    ['rootless-podman', own('podman/podman.sock')],
    ['embedded', [embeddedSocket]],
  ];
  return places.flatMap(([source, paths]) =>
    paths.map((path) => ({ source, address: { kind: 'unix' as const, path } })),
  );
}

function dockerFolder(env: EngineFacts['env'], home: string): string {
  return env.DOCKER_CONFIG || `${home}/.docker`;
}

/** A context often points at a default socket: asking twice would only cost time. */
function withoutRepeats(candidates: readonly EngineCandidate[]): readonly EngineCandidate[] {
  const seen = new Set<string>();
  return candidates.filter((candidate) => {
    if (!('address' in candidate)) return true;
    const place = describeAddress(candidate.address);
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
