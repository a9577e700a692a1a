import { createHash } from 'node:crypto';
import type { ConfigurationFiles } from './configuration-text.ts';

/** One hash over every path and content, whatever the order: the same files have the same one. */
export function configurationHash(files: ConfigurationFiles): string {
  const digests = [...files].map(([path, content]): [string, string] => [
    path,
    createHash('sha256').update(content).digest('hex'),
  ]);
  return digestsHash(new Map(digests));
}

/** The same hash, of files whose SHA-256 is known as hex. */
export function digestsHash(digests: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const path of [...digests.keys()].sort()) hash.update(`${path}\0${digests.get(path)}\n`);
  return `sha256:${hash.digest('hex')}`;
}
