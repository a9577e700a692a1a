import { labError } from '../../base/lab-error.ts';
import type { EnginePlatform } from '../../base/problems/environment-problems.ts';
import type { EngineCandidate, EngineSource } from './candidates.ts';
import { describeAddress, type EngineAddress } from './engine-address.ts';

/** What a short visit to an address found. An engine that answers can be opened as `Open`. */
export type Probe<Open> =
  | {
      readonly state: 'answers';
      readonly info: ProbedEngine;
      readonly holdsLabels: () => Promise<boolean>;
      readonly open: () => Open;
    }
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
export interface ChosenEngine<Open> {
  readonly source: EngineSource;
  readonly address: EngineAddress;
  readonly info: ProbedEngine;
  readonly open: () => Open;
}

interface Seen<Open> {
  readonly candidate: EngineCandidate;
  readonly probe: Probe<Open> | undefined;
}

/**
 * Chooses among the candidates: one that was named, or an error; else the first that answers and
 * holds the tool's labels; else the first that answers. All are visited at the same time.
 */
export async function chooseEngine<Open>(
  candidates: readonly EngineCandidate[],
  probe: (address: EngineAddress) => Promise<Probe<Open>>,
  platform: EnginePlatform,
): Promise<ChosenEngine<Open>> {
  const seen = await Promise.all(
    candidates.map(async (candidate): Promise<Seen<Open>> => {
      const visited = 'address' in candidate ? await probe(candidate.address) : undefined;
      return { candidate, probe: visited };
    }),
  );
  const named = seen.find(({ candidate }) => isNamed(candidate.source));
  if (named) return chosen(named) ?? refuse(named);
  return (await holder(seen)) ?? firstAnswer(seen) ?? none(seen, platform);
}

/** The first that holds the tool's labels. Where there is nothing to choose, nobody is asked. */
async function holder<Open>(seen: readonly Seen<Open>[]): Promise<ChosenEngine<Open> | undefined> {
  const answering = seen.filter(({ probe }) => probe?.state === 'answers');
  if (answering.length === 1 && !seen.some(isTrouble)) return undefined;
  const holds = await Promise.all(
    answering.map(({ probe }) => probe?.state === 'answers' && probe.holdsLabels()),
  );
  const first = answering[holds.indexOf(true)];
  return first && chosen(first);
}

/** A candidate that a person meant to be used, and that is no use as it is. */
function isTrouble({ candidate, probe }: Seen<unknown>): boolean {
  return 'problem' in candidate || probe?.state === 'untrusted' || probe?.state === 'wants-tls';
}

function isNamed(source: EngineSource): boolean {
  return source === 'explicit' || source === 'DOCKER_HOST';
}

function chosen<Open>({ candidate, probe }: Seen<Open>): ChosenEngine<Open> | undefined {
  if (!('address' in candidate) || probe?.state !== 'answers') return undefined;
  const { info, open } = probe;
  return { source: candidate.source, address: candidate.address, info, open };
}

/** The person's own context comes first: if it is no use, saying so beats a quiet detour. */
function firstAnswer<Open>(seen: readonly Seen<Open>[]): ChosenEngine<Open> | undefined {
  for (const one of seen) {
    if ('problem' in one.candidate) throw one.candidate.problem;
    if (isTrouble(one)) refuse(one);
    const engine = chosen(one);
    if (engine) return engine;
  }
  return undefined;
}

function refuse({ candidate, probe }: Seen<unknown>): never {
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

function none(seen: readonly Seen<unknown>[], platform: EnginePlatform): never {
  // An ordinary user is always denied root's Podman: that says nothing about Docker.
  const denied = seen.find((one) => one.probe?.state === 'denied' && isDocker(one));
  if (denied) refuse(denied);
  const old = seen.find(({ probe }) => probe?.state === 'too-old');
  if (old) refuse(old);
  throw labError('engine-absent', { platform });
}

function isDocker({ candidate }: Seen<unknown>): boolean {
  return candidate.source === 'context' || candidate.source === 'docker-socket';
}
