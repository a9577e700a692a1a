import { LabError, labError } from '../../../base/lab-error.ts';
import { includedFiles } from '../../../model/configuration/configuration-text.ts';
import { nameOf, stepsOf } from '../../../model/submission/found-file.ts';
import type { FoundHandIn } from '../../../model/submission/group-hand-ins.ts';
import { LIMITS } from '../../../model/submission/limits.ts';
import { meantBy } from '../../../model/submission/meant-names.ts';
import { refusal } from '../../../model/submission/refusal.ts';
import { type SortedFiles, sortFiles } from '../../../model/submission/sort-files.ts';
import type {
  Submission,
  SubmissionNote,
  SubmittedFile,
} from '../../../model/submission/submission.ts';
import { openArchives } from './opened-archives.ts';
import { type ReadableFile, readAtMost } from './readable-file.ts';

/** Reads one hand-in: sorted, and nothing of it outside of the limits. Whatever is wrong is a `LabError`. */
export async function readHandIn(
  { name, files: found }: FoundHandIn<ReadableFile>,
  meant: readonly string[],
): Promise<Submission> {
  refuse(name, found);
  const { files, broken } = await openArchives(name, found);
  refuse(name, files);
  const sorted = sortFiles(name, files, meant);
  const { archives } = sorted;
  if (sorted.configuration.size === 0) {
    const [first] = broken;
    if (first !== undefined) throw first;
    const [path] = archives.map((archive) => archive.path);
    if (path !== undefined)
      throw labError('submission-archive-unknown', { submission: name, path });
  }
  const reader = new HandInReader(name);
  const configuration = await reader.configuration(sorted);
  const large = (one: readonly ReadableFile[], most: number) => reader.each(one, most);
  const attachments = {
    captures: await large(sorted.captures, LIMITS.capture),
    answers: await large(sorted.answers, LIMITS.answers),
    reports: await large(sorted.reports, LIMITS.report),
  };
  const unread = [
    ...broken.map(({ problem }) => pathOf(problem.params)),
    ...archives.map(({ path }) => path),
  ];
  return {
    ...{ name, names: [name, ...namesIn(files, sorted.home)], configuration, attachments },
    notes: [
      ...oddNames([...configuration.keys()], meant),
      ...unread.map((path): SubmissionNote => ({ code: 'archive-unread', path })),
    ],
  };
}

function refuse(name: string, files: readonly ReadableFile[]): void {
  const refused = refusal(name, files);
  if (refused !== null) throw refused;
}

/** Reads files of one hand-in and counts what they take together. */
class HandInReader {
  readonly #submission: string;
  #left: number = LIMITS.total;

  constructor(submission: string) {
    this.#submission = submission;
  }

  async configuration({ configuration, reports, home }: SortedFiles<ReadableFile>) {
    let most: number = LIMITS.configuration;
    const read = new Map<string, Uint8Array>();
    const take = async (path: string, file: ReadableFile) => {
      const bytes = await this.#read(file, most);
      if (bytes === null) {
        throw labError('submission-too-large', {
          submission: this.#submission,
          most: LIMITS.configuration,
        });
      }
      most -= bytes.length;
      read.set(path, bytes);
    };
    for (const [path, file] of configuration) await take(path, file);
    // A text that looks like a report is Asterisk's once a file includes it.
    const included = new Set([...read.values()].flatMap(includedFiles));
    for (const file of reports) {
      const path = file.path.startsWith(home) ? file.path.slice(home.length) : '';
      if (included.has(path)) await take(path, file);
    }
    return read;
  }

  async each(files: readonly ReadableFile[], most: number): Promise<readonly SubmittedFile[]> {
    const read: SubmittedFile[] = [];
    for (const file of files) {
      const { path } = file;
      const bytes = await this.#read(file, Math.min(most, this.#left));
      if (bytes === null) {
        throw labError('submission-file-large', { submission: this.#submission, path, most });
      }
      this.#left -= bytes.length;
      read.push({ path, bytes });
    }
    return read;
  }

  /** An archive that lies about its content, or a file that went away, is trouble of this hand-in. */
  async #read(file: ReadableFile, most: number): Promise<Buffer | null> {
    try {
      return await readAtMost(file, most);
    } catch (error) {
      if (error instanceof LabError) throw error;
      const { path, packed } = file;
      const about = { submission: this.#submission, path };
      if (packed === null) throw labError('submission-unreadable', about, error);
      const said = error instanceof Error ? error.message : String(error);
      throw labError('submission-archive-broken', { ...about, said }, error);
    }
  }
}

function namesIn(files: readonly ReadableFile[], home: string): readonly string[] {
  const folders = stepsOf(home);
  const loose = files.map(({ path }) => stepsOf(path)).filter((steps) => steps.length === 1);
  return [...folders, ...loose.flat()];
}

function oddNames(paths: readonly string[], meant: readonly string[]): readonly SubmissionNote[] {
  return paths.flatMap((path): SubmissionNote[] => {
    const wanted = meantBy(nameOf(path), meant);
    return wanted === null || paths.includes(wanted)
      ? []
      : [{ code: 'odd-name', found: path, wanted }];
  });
}

function pathOf(params: object): string {
  return 'path' in params ? String(params.path) : '';
}
