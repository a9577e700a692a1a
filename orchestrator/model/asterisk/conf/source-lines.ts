import type { Place } from './place.ts';

/** One line as Asterisk takes it: without its comment and the blanks round it. */
export interface SourceLine extends Place {
  readonly text: string;
  /** As it stands in the file. */
  readonly raw: string;
}

/** The lines of a file, and what its reader noticed about them. */
export interface Source {
  /** Saved as UTF-16: Asterisk can read nothing of it. */
  readonly utf16: boolean;
  readonly lines: readonly SourceLine[];
  /** Where a comment between `;--` and `--;` begins that never ends. */
  readonly openComment: number | null;
}

/** Asterisk's own limit, and more lines than any configuration has. */
const LONGEST_LINE = 8191;
const MOST_LINES = 20_000;

/** Takes a file apart as Asterisk does: byte order mark, line ends, `;` and `;-- --;`. */
export function sourceLines(content: Uint8Array, file: string): Source {
  const bytes = Buffer.from(content);
  const utf16 = isUtf16(bytes);
  const rows = (utf16 ? utf16Text(bytes) : bytes.toString('utf8')).replace(/^\uFEFF/, '');
  let depth = 0;
  let began: number | null = null;
  const lines = rows.split(/\r?\n/, MOST_LINES).map((whole, index): SourceLine => {
    const raw = whole.slice(0, LONGEST_LINE);
    const line = index + 1;
    const before = depth;
    const read = withoutComments(raw, depth);
    depth = read.depth;
    if (before === 0 && depth > 0) began = line;
    return { file, line, raw, text: stripped(read.text) };
  });
  return { utf16, lines, openComment: depth > 0 ? began : null };
}

/** Takes off what Asterisk takes for blank: everything up to the space, and no other kind of it. */
export function stripped(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return text.slice(from, to);
}

function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') return true;
  const zeros = bytes.subarray(0, 512).filter((byte) => byte === 0).length;
  return zeros * 4 > Math.min(bytes.length, 512);
}

function utf16Text(bytes: Buffer): string {
  const big = bytes[0] === 0xfe || (bytes[0] === 0 && bytes[1] !== 0);
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return (big ? Buffer.from(even).swap16() : even).toString('utf16le');
}

function withoutComments(
  raw: string,
  open: number,
): { readonly text: string; readonly depth: number } {
  if (open === 0 && !raw.includes(';')) return { text: raw, depth: 0 };
  let [text, depth, at] = ['', open, 0];
  while (at < raw.length) {
    const rest = raw.slice(at);
    if (depth > 0) {
      const end = rest.indexOf('--;');
      if (end === -1) return { text, depth };
      [depth, at] = [depth - 1, at + end + 3];
    } else if (rest.startsWith('\\;')) {
      [text, at] = [`${text};`, at + 2];
    } else if (rest.startsWith(';--') && !rest.startsWith(';---')) {
      [depth, at] = [depth + 1, at + 3];
    } else if (rest.startsWith(';')) {
      return { text, depth };
    } else {
      [text, at] = [text + rest.charAt(0), at + 1];
    }
  }
  return { text, depth };
}
