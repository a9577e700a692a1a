import { createHash } from 'node:crypto';
import type { ContainerSpec, FileSpec, NetworkSpec } from './specs.ts';

/** What makes an object the same as before, as flat text values. Kept as a label on the object. */
export type Fingerprint = Readonly<Record<string, string>>;

/** One value that is no longer what it was. */
export interface Difference {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** The fingerprint of a container: all of its spec, its files by hash, not what the team is seeded with. */
export function containerFingerprint(spec: ContainerSpec): Fingerprint {
  return {
    image: spec.image,
    host: spec.hostName,
    network: spec.network,
    address: spec.address,
    capabilities: spec.capabilities.join(' '),
    volumes: spec.volumes.map(({ name, path }) => `${name}:${path}`).join(' '),
    memory: String(spec.memory),
    pids: String(spec.pids),
    cpus: String(spec.cpus),
    shares: String(spec.shares),
    disk: spec.disk === null ? '' : String(spec.disk),
    files: filesHash(spec.files),
  };
}

/** The image that a container was made from, as its label says. */
export function imageOf(label: string | null): string | null {
  return readFingerprint(label)?.image ?? null;
}

/** The fingerprint of a network. */
export function networkFingerprint(spec: NetworkSpec): Fingerprint {
  return { subnet: spec.subnet, gateway: spec.gateway, range: spec.range };
}

/** What differs between an object's label and what it should be; a label that can't be read differs in `spec`. */
export function differences(label: string | null, wanted: Fingerprint): readonly Difference[] {
  const found = readFingerprint(label);
  if (found === null) return [{ field: 'spec', from: '?', to: '?' }];
  const fields = [...new Set([...Object.keys(found), ...Object.keys(wanted)])];
  return fields
    .map((field) => ({ field, from: found[field] ?? '', to: wanted[field] ?? '' }))
    .filter(({ from, to }) => from !== to);
}

function readFingerprint(label: string | null): Fingerprint | null {
  try {
    const value: unknown = JSON.parse(label ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    return Object.fromEntries(Object.entries(value).map(([field, text]) => [field, String(text)]));
  } catch {
    return null;
  }
}

function filesHash(files: readonly FileSpec[]): string {
  const hash = createHash('sha256');
  for (const { path, text, owner } of files) hash.update(JSON.stringify([path, text, owner]));
  return files.length === 0 ? '' : hash.digest('hex').slice(0, 12);
}
