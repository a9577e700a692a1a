import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LabError } from '../../../base/lab-error.ts';
import type { Submission } from '../../../model/submission/submission.ts';
import { type MadeEntry, madeZip } from './made-zip.ts';
import { openSubmissions } from './open-submissions.ts';

const MEANT = ['users.conf', 'extensions.conf', 'voicemail.conf'];

/** Contents by their paths. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What every right hand-in has. */
export const THREE: Files = {
  'users.conf': '[3101]',
  'extensions.conf': '[a]',
  'voicemail.conf': '[b]',
};

/** The names of those, in order. */
export const NAMES = Object.keys(THREE).sort();

/** The same files below a folder. */
export function within(above: string, files: Files = THREE): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${above}${path}`, text]));
}

/** An archive of files. */
export function zipOf(files: Files): Buffer {
  return madeZip(Object.entries(files).map(([name, content]) => ({ name, content })));
}

/** A folder for one test to hand in from; disposing removes it. */
export class HandInFolder implements Disposable {
  readonly root = mkdtempSync(join(tmpdir(), 'lab-hand-ins-'));

  /** Writes files, and gives the folder. */
  with(files: Files): string {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), content);
    }
    return this.root;
  }

  /** Writes an archive, and gives its path. */
  zip(entries: readonly MadeEntry[]): string {
    this.with({ 'rendus.zip': madeZip(entries) });
    return join(this.root, 'rendus.zip');
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true });
  }
}

/** What became of every hand-in: its files, `+` attachments and `!` notes, or the code of its error. */
export async function taken(source: string): Promise<Readonly<Record<string, unknown>>> {
  using opened = await openSubmissions(source, MEANT);
  const found: Record<string, unknown> = {};
  for (const { name, read } of opened.handIns) {
    found[name] = await read().then(told, codeOf);
  }
  return found;
}

function told({ configuration, attachments, notes }: Submission) {
  const { captures, answers, reports } = attachments;
  const attached = [...captures, ...answers, ...reports].map(({ path }) => `+${path}`);
  return [...configuration.keys(), ...attached, ...notes.map(({ code }) => `!${code}`)];
}

/** The code of an error, and what is wrong with a path; anything else is thrown. */
export function codeOf(error: unknown): string {
  if (!(error instanceof LabError)) throw error;
  const { code, params } = error.problem;
  return 'fault' in params ? `${code} ${params.fault}` : code;
}
