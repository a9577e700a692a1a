import { createHash } from 'node:crypto';
import type { Header } from 'tar-stream';

/** What the last entry of a team's archive says. Its form is schemas/archive.schema.json. */
export interface ArchiveManifest {
  readonly schema: 'lab-archive/1';
  readonly team: number;
  readonly lab: string;
  readonly stage: string | null;
  /** The verb that asked for it, as typed: `reset`, `down --purge`. */
  readonly reason: string;
  readonly time: string;
  /** The first two bytes of the team's network, where it had one. */
  readonly base?: string | null | undefined;
  /** The images that the team's containers were made from, by role; archives of long ago don't say. */
  readonly images?: Readonly<Record<string, string>> | undefined;
  /** One hash of all that is in the archive: paths, owners, modes, links, bytes; no times. */
  readonly content?: string | undefined;
  readonly files: readonly ArchivedFile[];
}

/** One regular file that went into an archive. Size in bytes, sha256 in hex. */
export interface ArchivedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** The name of an archive's last entry. */
export const MANIFEST = 'manifest.json';

/** What an archive's content hash is made of: an entry a line, sorted, so that no order matters. */
export function entryLine(header: Header, sha256: string): string {
  const { name, type, mode = 0, uid = 0, gid = 0, linkname } = header;
  const path = name.replace(/\/+$/, '');
  return JSON.stringify([path, type, mode & 0o7777, uid, gid, linkname ?? '', sha256]);
}

/** The hash of all the lines of an archive. */
export function contentHash(lines: readonly string[]): string {
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}
