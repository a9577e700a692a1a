import { createTwoFilesPatch } from 'diff';
import { SEEDED, type WorkEntry, type WorkTree } from './work-tree.ts';

/** One file or link that isn't as it was, and how, as a piece of a unified diff. */
export interface WorkChange {
  readonly path: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly diff: string;
}

/** What a shell or a console notes by itself is no change that anybody made. */
const NOTED = /(?:^|\/)\.[\w-]*(?:history|lesshst|viminfo)$/;

/** More lines than this between two texts, and they only differ. */
const MOST_EDITS = 5_000;

/** Compares two states of a team's work: what came, went or changed, by path. Folders aren't told. */
export function compareWork(before: WorkTree, after: WorkTree): readonly WorkChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths
    .filter((path) => path !== SEEDED && !NOTED.test(path))
    .flatMap((path) => {
      const [old, now] = [before.get(path), after.get(path)].map(toldOf);
      return differ(old, now) ? [changeOf(path, old, now)] : [];
    });
}

function toldOf(entry: WorkEntry | undefined): WorkEntry | undefined {
  return entry?.kind === 'directory' ? undefined : entry;
}

function differ(old: WorkEntry | undefined, now: WorkEntry | undefined): boolean {
  if (old === undefined || now === undefined) return old !== now;
  return (
    bitsOf(old) !== bitsOf(now) ||
    Buffer.compare(Buffer.from(said(old)), Buffer.from(said(now))) !== 0
  );
}

function changeOf(
  path: string,
  old: WorkEntry | undefined,
  now: WorkEntry | undefined,
): WorkChange {
  const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
  const lines = [`diff a/${path} b/${path}`];
  if (old !== undefined && now !== undefined && bitsOf(old) !== bitsOf(now)) {
    lines.push(`old mode ${bitsOf(old)}`, `new mode ${bitsOf(now)}`);
  }
  const names = [old && `a/${path}`, now && `b/${path}`].map((name) => name ?? '/dev/null');
  const hunks = hunksOf(names as [string, string], said(old), said(now));
  return { path, change, diff: [...lines, ...hunks].join('\n') };
}

/** Who may do what with it: kind, mode, owner and group. */
function bitsOf({ kind, mode, uid, gid }: WorkEntry): string {
  const bits = mode.toString(8).padStart(4, '0');
  return kind === 'symlink' ? 'link' : `${kind === 'file' ? '' : `${kind} `}${bits} ${uid}:${gid}`;
}

/** What there is to compare of an entry: a link says where it leads. */
function said(entry: WorkEntry | undefined): Uint8Array {
  if (entry === undefined) return new Uint8Array();
  return entry.target === null ? entry.content : Buffer.from(`${entry.target}\n`);
}

function hunksOf(
  [from, to]: readonly [string, string],
  old: Uint8Array,
  now: Uint8Array,
): readonly string[] {
  const [a, b] = [textOf(old), textOf(now)];
  if (a !== null && a === b) return [];
  const differing = [`Binary files ${from} and ${to} differ`];
  if (a === null || b === null) return differing;
  const options = { context: 3, maxEditLength: MOST_EDITS } as const;
  const patch = createTwoFilesPatch(from, to, a, b, undefined, undefined, options);
  if (patch === undefined) return differing;
  return [patch.slice(patch.indexOf('--- ')).trimEnd()];
}

/** Bytes as text; null where they are none. */
function textOf(bytes: Uint8Array): string | null {
  return bytes.includes(0) ? null : Buffer.from(bytes).toString('utf8');
}
