import { createHash } from 'node:crypto';

/** The hash of one file's content: the same bytes have the same one. */
export function contentHash(content: Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
