/** A file that was handed in beside the configuration. */
export interface PaperFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a team hands in beside its configuration: captures of traffic, and its answers. */
export interface Papers {
  readonly captures: readonly PaperFile[];
  readonly answers: PaperFile | null;
  /** Captures that are too large to be looked at. */
  readonly oversized: readonly { readonly path: string; readonly size: number }[];
}

/** Nothing was handed in. */
export const NO_PAPERS: Papers = { captures: [], answers: null, oversized: [] };

/** Ten minutes of a lesson's calls, on two interfaces. */
export const MOST_CAPTURE_BYTES = 64 * 2 ** 20;

const CAPTURE = /\.(?:pcap|pcapng|cap)(?:\.gz)?$/i;
const ANSWERS = /(?:^|\/)(?:answers|r[eé]ponses)\.ya?ml$/i;

/** What a file is by its name: hidden ones are nobody's work. */
export function paperKind(path: string): 'capture' | 'answers' | null {
  if (path.split('/').some((part) => part.startsWith('.') && part.length > 1)) return null;
  if (CAPTURE.test(path)) return 'capture';
  // Some systems write é as e and an accent.
  return ANSWERS.test(path.normalize('NFC')) ? 'answers' : null;
}

/** Picks a team's papers out of its files; of several files of answers the one that lies highest counts. */
export function papersAmong(
  files: readonly PaperFile[],
  oversized: Papers['oversized'] = [],
): Papers {
  const of = (kind: 'capture' | 'answers') =>
    files.filter(({ path }) => paperKind(path) === kind).sort((a, b) => (a.path < b.path ? -1 : 1));
  const depth = ({ path }: PaperFile) => path.split('/').length;
  const [answers = null] = of('answers').sort((a, b) => depth(a) - depth(b));
  return { captures: of('capture'), answers, oversized };
}
