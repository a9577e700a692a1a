import { createHash } from 'node:crypto';
import { labError } from '../../base/lab-error.ts';
import type { TlsTexts } from './engine-address.ts';

/** Reads a small text file; undefined when there is none. */
export type ReadText = (path: string) => string | undefined;

/** The docker context that is in force, as far as it names an engine. */
export interface DockerContext {
  readonly name: string;
  readonly url: string;
  /** The folder of its certificates, when it has any. */
  readonly certificates?: string;
}

/**
 * The current docker context: the one in `DOCKER_CONTEXT`, else `currentContext` of docker's
 * own configuration. `default`, or none, is undefined. One that was asked for by the variable
 * and is not there is an error; a stale name in the configuration is not.
 */
export function currentContext(
  folder: string,
  asked: string | undefined,
  readText: ReadText,
): DockerContext | undefined {
  const name = asked || textAt(json(readText(`${folder}/config.json`)), ['currentContext']);
  if (!name || name === 'default') return undefined;
  const id = createHash('sha256').update(name).digest('hex');
  const meta = json(readText(`${folder}/contexts/meta/${id}/meta.json`));
  const url = textAt(meta, ['Endpoints', 'docker', 'Host']);
  if (url) {
    const certificates = `${folder}/contexts/tls/${id}/docker`;
    const hasTls = readText(`${certificates}/ca.pem`) !== undefined;
    return { name, url, ...(hasTls ? { certificates } : {}) };
  }
  if (asked) throw labError('engine-context-missing', { context: asked });
  return undefined;
}

/** The three certificates in a folder; one that is missing is an error that names it. */
export function certificatesIn(folder: string, readText: ReadText): TlsTexts {
  const text = (name: string): string => {
    const file = `${folder}/${name}.pem`;
    const found = readText(file);
    if (found === undefined) throw labError('engine-certificate-missing', { file });
    return found;
  };
  return { ca: text('ca'), cert: text('cert'), key: text('key') };
}

function json(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textAt(value: unknown, keys: readonly string[]): string | undefined {
  let inner = value;
  for (const key of keys) {
    if (typeof inner !== 'object' || inner === null) return undefined;
    inner = (inner as Readonly<Record<string, unknown>>)[key];
  }
  return typeof inner === 'string' ? inner : undefined;
}
