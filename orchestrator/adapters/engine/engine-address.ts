import { labError } from '../../base/lab-error.ts';

/** Where an engine listens. */
export type EngineAddress =
  | { readonly kind: 'unix'; readonly path: string }
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      readonly tls?: TlsTexts | undefined;
    };

/** The certificates of a connection, as PEM text. */
export interface TlsTexts {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Writes an address as people type it. */
export function describeAddress(address: EngineAddress): string {
  if (address.kind === 'unix') return `unix://${address.path}`;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `${address.tls ? 'https' : 'tcp'}://${host}:${address.port}`;
}

/** Where the URL comes from, and how to get certificates should it need them. */
export interface UrlOrigin {
  readonly source: string;
  /** Certificates are wanted even for `tcp://`. */
  readonly secure: boolean;
  readonly certificates: () => TlsTexts;
}

/**
 * Reads an engine's URL: `unix:///path`, `tcp://host:port`, `http://…` or `https://…`.
 * Without a port it is 2375, or 2376 when encrypted, as everywhere in Docker's world.
 */
export function engineAddress(url: string, origin: UrlOrigin): EngineAddress {
  const { source } = origin;
  const [, scheme = '', rest = ''] = /^([a-z]+):\/\/(.*)$/.exec(url) ?? [];
  if (scheme === 'ssh') throw labError('engine-url-ssh', { source, url });
  if (scheme === 'unix' && rest.startsWith('/')) return { kind: 'unix', path: rest };
  if (!['tcp', 'http', 'https'].includes(scheme))
    throw labError('engine-url-wrong', { source, url });
  const place = hostAndPort(rest);
  if (!place) throw labError('engine-url-wrong', { source, url });
  const encrypted = scheme === 'https' || (scheme === 'tcp' && origin.secure);
  const { host, port = encrypted ? 2376 : 2375 } = place;
  return { kind: 'tcp', host, port, ...(encrypted ? { tls: origin.certificates() } : {}) };
}

const HOST_AND_PORT = /^(?:\[([0-9a-f:.]+)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?\/?$/i;

function hostAndPort(text: string): { readonly host: string; readonly port?: number } | undefined {
  const [, six, name, port] = HOST_AND_PORT.exec(text) ?? [];
  const host = six ?? name;
  if (host === undefined) return undefined;
  if (port === undefined) return { host };
  return Number(port) >= 1 && Number(port) <= 65_535 ? { host, port: Number(port) } : undefined;
}
