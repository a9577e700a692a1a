import { createHash } from 'node:crypto';
import type { ConfigurationFiles } from './configuration-text.ts';

/** One hash over every path and content, whatever the order: the same files have the same one. */
export function configurationHash(files: ConfigurationFiles): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].sort()) {
    const content = createHash('sha256').update(files.get(path) ?? new Uint8Array());
    hash.update(`${path}\0${content.digest('hex')}\n`);
  }
  return `sha256:${hash.digest('hex')}`;
}
