import type { ArchiveFaultKind } from '../../base/problems/environment-problems.ts';

/** Why an archive is not used; `path` is the entry in question, or what the unpacking said. */
export class ArchiveFault extends Error {
  readonly kind: ArchiveFaultKind;
  readonly path: string;

  constructor(kind: ArchiveFaultKind, path: string) {
    super(`${kind}: ${path}`);
    this.name = 'ArchiveFault';
    this.kind = kind;
    this.path = path;
  }
}
