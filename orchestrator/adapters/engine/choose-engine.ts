import { labError } from '../../base/lab-error.ts';
import type { EnginePlatform } from '../../base/problems/environment-problems.ts';
import type { EngineCandidate, EngineSource } from './candidates.ts';
import { describeAddress, type EngineAddress } from './engine-address.ts';

/** What a short visit to an address found. */
export type Probe =
  | { readonly state: 'answers'; readonly info: ProbedEngine; readonly holdsLabels: boolean }
  | { readonly state: 'absent' }
  | { readonly state: 'denied' }
  | { readonly state: 'silent'; readonly reason: string }
  | { readonly state: 'untrusted'; readonly reason: string }
  | { readonly state: 'wants-tls' }
  | { readonly state: 'too-old'; readonly version: string };

/** What an engine that answers says of itself. */
interface ProbedEngine {
  readonly name: 'docker' | 'podman';
  readonly version: string;
  readonly apiVersion: string;
  readonly minApiVersion: string;
}

/** The engine to work with. */
export interface ChosenEngine {
  readonly source: EngineSource;
  readonly address: EngineAddress;
  readonly info: ProbedEngine;
  readonly holdsLabels: boolean;
}

interface Seen {
  readonly candidate: EngineCandidate;
  readonly probe: Probe | undefined;
}

/**
 * Chooses among the candidates: one that was named, or an error; else the first that answers and
 * holds the tool's labels; else the first that answers. All are visited at the same time.
 */
export async function chooseEngine(
  candidates: readonly EngineCandidate[],
  probe: (address: EngineAddress) => Promise<Probe>,
  platform: EnginePlatform,
): Promise<ChosenEngine> {
  const seen = await Promise.all(
    candidates.map(async (candidate): Promise<Seen> => {
      const visited = 'address' in candidate ? await probe(candidate.address) : undefined;
      return { candidate, probe: visited };
    }),
  );
  const named = seen.find(({ candidate }) => isNamed(candidate.source));
  if (named) return chosen(named) ?? refuse(named);
  const answering = seen.map(chosen);
  const holder = answering.find((engine) => engine?.holdsLabels);
  return holder ?? firstAnswer(seen) ?? none(seen, platform);
}

function isNamed(source: EngineSource): boolean {
  return source === 'explicit' || source === 'DOCKER_HOST';
}

function chosen({ candidate, probe }: Seen): ChosenEngine | undefined {
  if (!('address' in candidate) || probe?.state !== 'answers') return undefined;
  const { info, holdsLabels } = probe;
  return { source: candidate.source, address: candidate.address, info, holdsLabels };
}

/** The person's own context comes first: if it is no use, saying so beats a quiet detour. */
function firstAnswer(seen: readonly Seen[]): ChosenEngine | undefined {
  for (const one of seen) {
    if ('problem' in one.candidate) throw one.candidate.problem;
    const state = one.probe?.state;
    if (state === 'untrusted' || state === 'wants-tls') refuse(one);
    const engine = chosen(one);
    if (engine) return engine;
  }
  return undefined;
}

function refuse({ candidate, probe }: Seen): never {
  if (!('address' in candidate)) throw candidate.problem;
  const address = describeAddress(candidate.address);
  if (probe?.state === 'denied') throw labError('engine-denied', { address });
  if (probe?.state === 'too-old') throw labError('engine-too-old', { found: probe.version });
  if (probe?.state === 'wants-tls') throw labError('engine-wants-tls', { address });
  if (probe?.state === 'untrusted') {
    throw labError('engine-untrusted', { address, reason: probe.reason });
  }
  const source = candidate.source === 'explicit' ? '--engine' : candidate.source;
  const reason = probe?.state === 'silent' ? probe.reason : 'ENOENT';
  throw labError('engine-unreachable', { source, address, reason });
}

function none(seen: readonly Seen[], platform: EnginePlatform): never {
  // An ordinary user is always denied root's Podman: that says nothing about Docker.
  const denied = seen.find((one) => one.probe?.state === 'denied' && isDocker(one));
  if (denied) refuse(denied);
  const old = seen.find(({ probe }) => probe?.state === 'too-old');
  if (old) refuse(old);
  throw labError('engine-absent', { platform });
}

function isDocker({ candidate }: Seen): boolean {
  return candidate.source === 'context' || candidate.source === 'docker-socket';
}
