import { createHash } from 'node:crypto';
import { isBelow, SEEDED, WORK_KINDS, type WorkEntry, type WorkTree } from './work-tree.ts';

/** The file of an exported folder that says what its files were: owners, modes, links. */
export const EXPORT_MARK = 'lab.json';

/** Whose work an exported folder is. Its form is schemas/exported.schema.json. */
export interface ExportMark {
  readonly schema: 'lab-exported/1';
  readonly team: number;
  readonly lab: string;
  readonly stage: string | null;
  readonly base: string | null;
  readonly time: string;
  readonly entries: readonly MarkedEntry[];
}

/** One entry of the work; a file says the hash of its bytes. */
type MarkedEntry = Omit<WorkEntry, 'content'> & { readonly sha256: string | null };

/** Links are files in a folder too; a thousand to one large file are not written out, in bytes. */
const MOST_COPIED = 8 * 2 ** 20;

/** Where each root of the work is in an exported folder: Asterisk's files stand foremost. */
const PLACES = {
  'etc/asterisk': 'asterisk',
  'var/spool/asterisk/voicemail': 'others/voicemail',
  root: 'others/home',
} as const;

/** A file of a folder, by its path there. */
export interface FolderFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** The files of a team's work as a person finds them in a folder; the mark is one of them. */
export function folderOf(
  tree: WorkTree,
  whose: Omit<ExportMark, 'schema' | 'entries'>,
): readonly FolderFile[] {
  let left = MOST_COPIED;
  const found = [...tree.values()].map(({ content, ...entry }) => {
    if (entry.kind === 'file') return { entry, content };
    const copy = contentBehind(tree, entry);
    if (copy === null || copy.length > left) return { entry, content: null };
    left -= copy.length;
    return { entry, content: copy };
  });
  const entries = found.map((one) => ({
    ...one.entry,
    sha256: one.content === null ? null : hashOf(one.content),
  }));
  const mark: ExportMark = { schema: 'lab-exported/1', ...whose, entries };
  const files = found.flatMap(({ entry, content }) =>
    content === null ? [] : [{ path: placeOf(entry.path), content }],
  );
  const text = Buffer.from(`${JSON.stringify(mark, null, 2)}\n`);
  return [...files, { path: EXPORT_MARK, content: text }];
}

/** What a link of the work leads to, where that is a file of the work; null for what is no such link. */
function contentBehind(tree: WorkTree, link: LinkLike, hops = 8): Uint8Array | null {
  const { path, kind, target } = link;
  if (target === null || hops === 0) return null;
  const to = kind === 'link' ? target : resolved(path, target);
  const found = tree.get(to);
  if (found?.kind === 'file') return found.content;
  return found === undefined || kind === 'link' ? null : contentBehind(tree, found, hops - 1);
}

/** Where a symbolic link leads, as a path of the work. */
function resolved(path: string, target: string): string {
  const from = target.startsWith('/') ? '' : path.slice(0, path.lastIndexOf('/'));
  const steps: string[] = [];
  for (const step of `${from}/${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

type LinkLike = Pick<WorkEntry, 'path' | 'kind' | 'target'>;

/** Reads the mark of an exported folder; null where it is none. */
export function readMark(content: Uint8Array): ExportMark | null {
  try {
    const found = JSON.parse(
      Buffer.from(plainText(content)).toString('utf8'),
    ) as Partial<ExportMark>;
    const { schema, team, lab, stage, base, entries } = found;
    const sound =
      schema === 'lab-exported/1' &&
      Number.isInteger(team) &&
      typeof lab === 'string' &&
      isTextOrNull(stage) &&
      isTextOrNull(base) &&
      Array.isArray(entries) &&
      entries.every(isMarked);
    return sound ? (found as ExportMark) : null;
  } catch {
    return null;
  }
}

function isMarked(entry: Partial<MarkedEntry> | null): boolean {
  const { path, kind, mode, uid, gid, target = null, sha256 = null } = entry ?? {};
  const known = WORK_KINDS.some((one) => one === kind);
  const texts = typeof path === 'string' && [target, sha256].every(isTextOrNull);
  return (
    known && texts && [mode, uid, gid].every((one) => Number.isInteger(one) && Number(one) >= 0)
  );
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

/** What a folder is put together with: its mark, or else what Asterisk is installed with. */
export interface Ground {
  readonly mark: ExportMark | null;
  readonly pristine: WorkTree;
}

/**
 * The work that a folder's files are: each as its mark says, a new one as the folder that it lies in.
 * Without a mark they lie on what Asterisk is installed with. Line ends of Windows become the usual
 * ones in texts that were changed; a file that isn't in the folder any more isn't in the work. A
 * link whose copy is as it was stays a link, where what it leads to is still there.
 */
export function workOf(files: readonly FolderFile[], { mark, pristine }: Ground): WorkTree {
  const given = new Map(files.map(({ path, content }) => [originOf(path), content]));
  const tree = new Map(mark === null ? begun(pristine) : rootsOf(pristine));
  const hashes = new Map<string, string | null>();
  for (const { sha256, ...entry } of mark?.entries ?? []) {
    const { path, kind } = entry;
    const copied = kind === 'file' || (sha256 ?? null) !== null;
    if (copied && !given.has(path)) continue;
    tree.set(path, { ...entry, target: entry.target ?? null, content: new Uint8Array() });
    hashes.set(path, sha256);
  }
  const marked = new Map(tree);
  for (const [path, content] of given) {
    if (path === null) continue;
    const entry = marked.get(path);
    const known = entry?.kind === 'directory' ? undefined : entry;
    const folder = folderAbove(tree, path);
    const { uid, gid } = known ?? folder;
    const same = hashes.get(path) === hashOf(content);
    if (same && known !== undefined && contentBehind(marked, known) !== null) continue;
    const text = same ? content : plainText(content);
    for (const above of missingAbove(tree, path)) tree.set(above, { ...folder, path: above });
    const mode = known === undefined || known.kind === 'symlink' ? 0o644 : known.mode;
    tree.set(path, { path, kind: 'file', mode, uid, gid, target: null, content: text });
  }
  const lost = ([, entry]: readonly [string, WorkEntry]) =>
    entry.kind === 'link' && contentBehind(tree, entry) === null;
  return new Map([...tree].filter((one) => !lost(one)));
}

/** What Asterisk is installed with, with the sign that no files of a stage are to be laid over it. */
function begun(pristine: WorkTree): WorkTree {
  const { uid, gid } = pristine.get('etc/asterisk/asterisk.conf') ?? { uid: 0, gid: 0 };
  const spool = pristine.get('var/spool/asterisk/voicemail');
  const sign = { path: SEEDED, kind: 'file', mode: 0o644, uid: 0, gid: 0, target: null } as const;
  const signed = new Map(pristine).set(SEEDED, { ...sign, content: new Uint8Array() });
  return spool === undefined ? signed : signed.set(spool.path, { ...spool, uid, gid });
}

function rootsOf(pristine: WorkTree): WorkTree {
  const roots = Object.keys(PLACES);
  return new Map([...pristine].filter(([path]) => roots.includes(path)));
}

function folderAbove(tree: WorkTree, path: string): WorkEntry {
  const above = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const found = tree.get(above);
  if (found?.kind === 'directory') return found;
  const none = { path: '', kind: 'directory', mode: 0o755, uid: 0, gid: 0, target: null } as const;
  return above === '' ? { ...none, content: new Uint8Array() } : folderAbove(tree, above);
}

/** The folders below a root that a path needs and that aren't there. */
function missingAbove(tree: WorkTree, path: string): readonly string[] {
  const steps = path.split('/');
  const root = Object.keys(PLACES).find((one) => isBelow(path, one)) ?? '';
  return steps
    .map((_, index) => steps.slice(0, index).join('/'))
    .filter((above) => above !== '' && isBelow(above, root) && !tree.has(above));
}

function placeOf(path: string): string {
  const [root, place] = Object.entries(PLACES).find(([one]) => isBelow(path, one)) ?? ['', ''];
  return `${place}${path.slice(root.length)}`;
}

/** Where a file of a folder belongs in the work; null for what is none of it. */
function originOf(path: string): string | null {
  const [root, place] = Object.entries(PLACES).find(([, one]) => path.startsWith(`${one}/`)) ?? [];
  return root === undefined || place === undefined ? null : `${root}${path.slice(place.length)}`;
}

/** Text without the line ends and the mark at the beginning that Windows gives it; bytes as they are. */
function plainText(content: Uint8Array): Uint8Array {
  if (content.includes(0)) return content;
  const bytes = Buffer.from(content);
  const [a, b, c] = bytes;
  const body = a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
  return Buffer.from(body.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
