import Docker from 'dockerode';
import { labError } from '../../base/lab-error.ts';
import { LABELS } from '../../model/numbering/names.ts';
import { statusOf } from './engine-errors.ts';
import { type Budget, budgetOf } from './machine/budget.ts';
import { type EngineLimits, engineLimits, type MachineAnswer } from './machine/engine-limits.ts';

/** Where an engine listens. TLS material as PEM text. */
export type EngineEndpoint =
  | { readonly kind: 'unix'; readonly path: string }
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      readonly tls?:
        | { readonly ca: string; readonly cert: string; readonly key: string }
        | undefined;
    };

/** What an engine says of itself. */
export interface EngineInfo {
  readonly name: 'docker' | 'podman';
  readonly version: string;
  readonly apiVersion: string;
  readonly minApiVersion: string;
}

/** An open door to one engine. The client inside is for this folder only. */
export interface Connection {
  readonly client: Docker;
  readonly info: EngineInfo;
  readonly limits: EngineLimits;
  /** What everybody who uses this door shares. */
  readonly budget: Budget;
}

/** The API version that everything here is written against; Docker 20.10 speaks it. */
const API_VERSION = '1.41';

/**
 * Opens an engine and settles the API version: 1.41, or the oldest one the engine still speaks.
 * With a timeout (ms), calls that stay unanswered are given up. An engine older than Docker 20.10 is an `engine-too-old` error; other failures are the client's own.
 */
export async function connect(endpoint: EngineEndpoint, timeout?: number): Promise<Connection> {
  return opened(endpoint, await ask(endpoint, timeout), timeout);
}

type Answer = Pick<Connection, 'info' | 'limits'>;

async function ask(endpoint: EngineEndpoint, timeout?: number): Promise<Answer> {
  const asking = dockerClient(endpoint, { timeout });
  const [info, limits] = await Promise.all([engineInfo(asking), machineLimits(asking)]);
  if (older(info.apiVersion, API_VERSION)) {
    throw labError('engine-too-old', { found: info.version });
  }
  return { info, limits };
}

function opened(endpoint: EngineEndpoint, { info, limits }: Answer, timeout?: number): Connection {
  const version = older(API_VERSION, info.minApiVersion) ? info.minApiVersion : API_VERSION;
  const client = dockerClient(endpoint, { timeout, version: `v${version}` });
  return { client, info, limits, budget: budgetOf(limits.cores) };
}

async function machineLimits(client: Docker): Promise<EngineLimits> {
  return engineLimits((await client.info().catch(() => ({}))) as MachineAnswer);
}

async function engineInfo(client: Docker): Promise<EngineInfo> {
  const found = await client.version();
  const podman = (found.Components ?? []).some(({ Name }) => /podman/i.test(Name));
  return {
    name: podman ? 'podman' : 'docker',
    version: found.Version,
    apiVersion: found.ApiVersion,
    minApiVersion: found.MinAPIVersion ?? found.ApiVersion,
  };
}

interface ClientOptions {
  readonly version?: string;
  /** Milliseconds without an answer until a call is given up; without it, none ever is. */
  readonly timeout?: number | undefined;
}

/**
 * What the client would take from DOCKER_HOST and its kin where it isn't told: it would even talk
 * to the host that the variable names instead of the socket that was asked for.
 */
const NOTHING_FROM_ENVIRONMENT = {
  host: undefined,
  port: undefined,
  pathPrefix: undefined,
  ca: undefined,
  cert: undefined,
  key: undefined,
  timeout: undefined,
};

function dockerClient(endpoint: EngineEndpoint, options: ClientOptions): Docker {
  const given = { ...NOTHING_FROM_ENVIRONMENT, ...options };
  if (endpoint.kind === 'unix') {
    return new Docker({ ...given, socketPath: endpoint.path, protocol: 'http' });
  }
  const { host, port, tls } = endpoint;
  return new Docker({ ...given, host, port, protocol: tls ? 'https' : 'http', ...tls });
}

/** True when API version `a` comes before `b`; versions are `major.minor`. */
function older(a: string, b: string): boolean {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA < majorB || (majorA === majorB && minorA < minorB);
}

/** What a short visit to an endpoint found. */
export type Visit =
  | {
      readonly state: 'answers';
      readonly info: EngineInfo;
      readonly holdsLabels: () => Promise<boolean>;
      readonly open: () => Connection;
    }
  | { readonly state: 'absent' }
  | { readonly state: 'denied' }
  | { readonly state: 'silent'; readonly reason: string }
  | { readonly state: 'untrusted'; readonly reason: string }
  | { readonly state: 'wants-tls' }
  | { readonly state: 'too-old'; readonly version: string };

/** An engine that says nothing for this long is passed over; a living one takes some hundredths. */
const VISIT_MS = 3_000;

/** Looks whether an engine answers at an endpoint; one that does can be asked whether it holds any object of ours. */
export async function visit(endpoint: EngineEndpoint): Promise<Visit> {
  try {
    const answer = await ask(endpoint, VISIT_MS);
    return {
      state: 'answers',
      info: answer.info,
      holdsLabels: () => holdsOurs(opened(endpoint, answer, VISIT_MS)),
      open: () => opened(endpoint, answer),
    };
  } catch (error) {
    return visitFailure(error, endpoint);
  }
}

/** Labels are asked for one by one: a filter with several wants all of them on one object. */
async function holdsOurs({ client }: Connection): Promise<boolean> {
  const labelled = (label: string) => ({ filters: { label: [label] } });
  try {
    const [containers, volumes, images] = await Promise.all([
      client.listContainers({ all: true, ...labelled(LABELS.prefix) }),
      client.listVolumes(labelled(LABELS.prefix)),
      client.listImages(labelled(LABELS.image)),
    ]);
    return containers.length + (volumes.Volumes ?? []).length + images.length > 0;
  } catch {
    // One that doesn't say is preferred to none of the others.
    return false;
  }
}

/** Node's codes for certificates that don't fit, on either side, and for talk that isn't TLS. */
const TLS_FAILURE =
  /^(ERR_(SSL|TLS|OSSL)_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_CA|HOSTNAME_MISMATCH|EPROTO)/;

function visitFailure(error: unknown, endpoint: EngineEndpoint): Visit {
  if (isTooOld(error)) return { state: 'too-old', version: error.problem.params.found };
  const code = (error as { code?: unknown }).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'absent' };
  if (code === 'EACCES' || code === 'EPERM') return { state: 'denied' };
  if (TLS_FAILURE.test(String(code))) return { state: 'untrusted', reason: String(code) };
  const status = statusOf(error);
  // Every engine answers the question for its version; a port that wants TLS calls it a bad request.
  if (status === 400 && endpoint.kind === 'tcp' && !endpoint.tls) return { state: 'wants-tls' };
  return { state: 'silent', reason: status === null ? String(code ?? error) : `HTTP ${status}` };
}

function isTooOld(error: unknown): error is { problem: { params: { found: string } } } {
  const problem = (error as { problem?: { code?: unknown } }).problem;
  return problem?.code === 'engine-too-old';
}
