import { labError } from '../../base/lab-error.ts';
import { type FoundFile, isLitter, nameOf, stepsOf } from './found-file.ts';
import { isMeant, meantBy } from './meant-names.ts';

/** The files of a hand-in by what they are for. */
export interface SortedFiles<F extends FoundFile> {
  /** Where Asterisk's files lie, with a slash behind it; empty for the top. */
  readonly home: string;
  /** By the path that each has below `home`. */
  readonly configuration: ReadonlyMap<string, F>;
  readonly captures: readonly F[];
  readonly answers: readonly F[];
  readonly reports: readonly F[];
  /** Archives that can't be opened. */
  readonly archives: readonly F[];
}

const CAPTURE = /\.(?:pcap|pcapng|cap)$/i;
const ANSWERS = /^(?:answers|reponses)\.ya?ml$/i;
const REPORT = /\.(?:pdf|docx?|odt|rtf|md|txt|html?|png|jpe?g|gif|pptx?)$/i;
const ARCHIVE = /\.(?:zip|rar|7z|tar|tgz|gz|bz2|xz)$/i;

type Use = 'capture' | 'answers' | 'report' | 'archive' | 'other';

/**
 * Sorts a hand-in. Asterisk's files are those of the folder that holds the lab's own ones, the least
 * deep of several; two as deep are a `submission-ambiguous` error.
 */
export function sortFiles<F extends FoundFile>(
  submission: string,
  all: readonly F[],
  meant: readonly string[],
): SortedFiles<F> {
  const files = all
    .filter(({ path, kind }) => kind === 'file' && !isLitter(path))
    .toSorted((a, b) => depth(a) - depth(b) || (a.path < b.path ? -1 : 1));
  const of = (use: Use) => files.filter((file) => useOf(file, meant) === use);
  const home = homeOf(submission, files, meant);
  const own = home === null ? [] : of('other').filter(({ path }) => path.startsWith(home));
  const configuration = new Map(own.map((file) => [file.path.slice((home ?? '').length), file]));
  refuseClashes(submission, [...configuration.keys()]);
  return {
    ...{ home: home ?? '', configuration, captures: of('capture'), answers: of('answers') },
    ...{ reports: of('report'), archives: of('archive') },
  };
}

function useOf({ path }: FoundFile, meant: readonly string[]): Use {
  const name = nameOf(path);
  if (isMeant(name, meant)) return 'other';
  if (CAPTURE.test(name)) return 'capture';
  if (ANSWERS.test(name.normalize('NFKD').replace(/\p{M}/gu, ''))) return 'answers';
  if (ARCHIVE.test(name)) return 'archive';
  return REPORT.test(name) ? 'report' : 'other';
}

/** The folder of the files by their right names, else by odd ones, else of any configuration. */
function homeOf(
  submission: string,
  files: readonly FoundFile[],
  meant: readonly string[],
): string | null {
  const tests: readonly ((name: string) => boolean)[] = [
    (name) => meant.includes(name),
    (name) => meantBy(name, meant) !== null,
    (name) => /\.(?:conf|ael|lua)$/i.test(name),
  ];
  for (const test of tests) {
    const folders = files
      .filter(({ path }) => test(nameOf(path)))
      .map(({ path }) => folderOf(path));
    const [first, ...others] = [...new Set(folders)].sort((a, b) => steps(a) - steps(b));
    if (first === undefined) continue;
    const rival = others.find((other) => steps(other) === steps(first));
    if (rival === undefined) return first;
    throw labError('submission-ambiguous', { submission, one: first, other: rival });
  }
  return null;
}

/** A path can't be a file and the folder of another one. */
function refuseClashes(submission: string, paths: readonly string[]): void {
  const known = new Set(paths);
  for (const path of paths) {
    const parts = path.split('/');
    const folders = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
    const clash = folders.find((folder) => known.has(folder));
    if (clash === undefined) continue;
    throw labError('submission-path', { submission, path: clash, fault: 'clash' });
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function steps(path: string): number {
  return stepsOf(path).length;
}

function depth({ path }: FoundFile): number {
  return steps(path);
}
