import { createHash } from 'node:crypto';
import ssh2 from 'ssh2';

/** A new private key for a server to be known by (ed25519, as OpenSSH writes it). */
export function newHostKey(): string {
  return ssh2.utils.generateKeyPairSync('ed25519', { comment: 'lab gate' }).private;
}

/** What people compare when they meet a server: `SHA256:…` of its key; null when it is no key. */
export function fingerprint(hostKey: string): string | null {
  const key = ssh2.utils.parseKey(hostKey);
  if (key instanceof Error) return null;
  const digest = createHash('sha256').update(key.getPublicSSH()).digest('base64');
  return `SHA256:${digest.replace(/=+$/, '')}`;
}
