import Docker from 'dockerode';
import { labError } from '../../base/lab-error.ts';
import { statusOf } from './engine-errors.ts';

/** Where an engine listens. TLS material as PEM text. */
export type EngineEndpoint =
  | { readonly kind: 'unix'; readonly path: string }
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      readonly tls?: { readonly ca: string; readonly cert: string; readonly key: string } | undefined;
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
}

/** The API version that everything here is written against; Docker 20.10 speaks it. */
const API_VERSION = '1.41';

/**
 * Opens an engine and settles the API version: 1.41, or the oldest one the engine still speaks.
 * An engine older than Docker 20.10 is an `engine-too-old` error; other failures are the client's own.
 */
export async function connect(endpoint: EngineEndpoint): Promise<Connection> {
  const info = await engineInfo(dockerClient(endpoint));
  if (older(info.apiVersion, API_VERSION)) {
    throw labError('engine-too-old', { found: info.version });
  }
  const version = older(API_VERSION, info.minApiVersion) ? info.minApiVersion : API_VERSION;
  return { client: dockerClient(endpoint, `v${version}`), info };
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

function dockerClient(endpoint: EngineEndpoint, version?: string): Docker {
  const api = version === undefined ? {} : { version };
  if (endpoint.kind === 'unix') return new Docker({ socketPath: endpoint.path, ...api });
  const { host, port, tls } = endpoint;
  return new Docker({ host, port, protocol: tls ? 'https' : 'http', ...tls, ...api });
}

/** True when API version `a` comes before `b`; versions are `major.minor`. */
function older(a: string, b: string): boolean {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA < majorB || (majorA === majorB && minorA < minorB);
}

/** What a short visit to an endpoint found. */
export type Visit =
  | { readonly state: 'answers'; readonly info: EngineInfo; readonly holdsLabels: boolean }
  | { readonly state: 'absent' }
  | { readonly state: 'denied' }
  | { readonly state: 'silent'; readonly reason: string }
  | { readonly state: 'too-old'; readonly version: string };

/** Looks whether an engine answers at an endpoint, and whether it holds anything with `label`. */
export async function visit(endpoint: EngineEndpoint, label: string): Promise<Visit> {
  try {
    const { client, info } = await connect(endpoint);
    return { state: 'answers', info, holdsLabels: await holds(client, label) };
  } catch (error) {
    return visitFailure(error);
  }
}

async function holds(client: Docker, label: string): Promise<boolean> {
  const filters = { label: [label] };
  const [containers, networks, volumes, images] = await Promise.all([
    client.listContainers({ all: true, filters }),
    client.listNetworks({ filters }),
    client.listVolumes({ filters }),
    client.listImages({ filters }),
  ]);
  const count =
    containers.length + networks.length + (volumes.Volumes ?? []).length + images.length;
  return count > 0;
}

function visitFailure(error: unknown): Visit {
  if (isTooOld(error)) return { state: 'too-old', version: error.problem.params.found };
  const code = (error as { code?: unknown }).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'absent' };
  if (code === 'EACCES' || code === 'EPERM') return { state: 'denied' };
  const status = statusOf(error);
  return { state: 'silent', reason: status === null ? String(code ?? error) : `HTTP ${status}` };
}

function isTooOld(error: unknown): error is { problem: { params: { found: string } } } {
  const problem = (error as { problem?: { code?: unknown } }).problem;
  return problem?.code === 'engine-too-old';
}
