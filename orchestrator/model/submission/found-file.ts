/** One thing in a folder or an archive of hand-ins, before it is read. */
export interface FoundFile {
  /** Behind slashes, as it was written: it may be unsafe still. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special' | 'unreadable';
  readonly size: number;
  /** How many bytes it takes in its archive; null outside of one. */
  readonly packed: number | null;
  readonly encrypted: boolean;
}

/** What archivers and editors leave beside the files that are meant. */
const LITTER = /^(?:\.(?!\.?$).*|~\$.*|__MACOSX|Thumbs\.db|desktop\.ini)$/i;

/** The steps of a path that name something; those that lead elsewhere are no names. */
export function stepsOf(path: string): readonly string[] {
  return path.split('/').filter((step) => !/^(?:\.{0,2}|[A-Za-z]:)$/.test(step));
}

/** The last step of a path. */
export function nameOf(path: string): string {
  return stepsOf(path).at(-1) ?? '';
}

/** True for what nobody meant to hand in, and for all below it. */
export function isLitter(path: string): boolean {
  return stepsOf(path).some((step) => LITTER.test(step));
}

/** True for an archive that can be opened. */
export function isZip({ path, kind }: FoundFile): boolean {
  return kind === 'file' && /\.zip$/i.test(path);
}
