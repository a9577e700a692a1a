import { type LabError, labError } from '../../base/lab-error.ts';
import type { PathFault } from '../../base/problems/submission-problems.ts';
import { type FoundFile, stepsOf } from './found-file.ts';
import { LIMITS } from './limits.ts';

/** Why a hand-in is not read at all: links, ways out of it, bombs, secrets; null: nothing is wrong. */
export function refusal(submission: string, files: readonly FoundFile[]): LabError | null {
  if (files.length > LIMITS.entries) {
    return labError('submission-too-many', { submission, most: LIMITS.entries });
  }
  for (const file of files) {
    const found = refusedFile(submission, file);
    if (found !== null) return found;
  }
  return null;
}

function refusedFile(submission: string, file: FoundFile): LabError | null {
  const { path, kind, encrypted } = file;
  const about = { submission, path: shown(path) };
  const fault = pathFault(path);
  if (fault !== null) return labError('submission-path', { ...about, fault });
  if (kind === 'link') return labError('submission-link', about);
  if (kind === 'unreadable') return labError('submission-unreadable', about);
  if (encrypted) return labError('submission-encrypted', about);
  return isBomb(file) ? labError('submission-bomb', about) : null;
}

/** What is wrong with a path; null: it leads to a file below its hand-in. */
export function pathFault(path: string): PathFault | null {
  if (/^(?:\/|[A-Za-z]:)/.test(path)) return 'absolute';
  if (path.split('/').includes('..')) return 'parent';
  if (Buffer.byteLength(path) > LIMITS.path) return 'long';
  if (stepsOf(path).some((step) => Buffer.byteLength(step) > LIMITS.name)) return 'long';
  return /[\p{Cc}\u2028\u2029]/u.test(path) ? 'unprintable' : null;
}

function isBomb({ size, packed }: FoundFile): boolean {
  return packed !== null && size > LIMITS.ratioFrom && size > LIMITS.ratio * Math.max(1, packed);
}

const SHOWN = 120;

/** A path as it may be shown on a terminal. */
function shown(path: string): string {
  const short = path.length > SHOWN ? `${path.slice(0, SHOWN)}…` : path;
  return short.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
