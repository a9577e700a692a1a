import { teamInName } from '../configuration/submission-team.ts';
import { type FoundFile, isLitter, isZip, nameOf, stepsOf } from './found-file.ts';
import { isMeant } from './meant-names.ts';
import { pathFault } from './refusal.ts';

/** The files of one hand-in, by their paths in it. */
export interface FoundHandIn<F extends FoundFile> {
  readonly name: string;
  readonly files: readonly F[];
}

/** What Moodle calls a participant's folder or, without folders, begins each file's name with. */
const MOODLE = /^(.+_\d+)_assignsubmission_[a-z]+_(.*)$/s;

/**
 * Tells the hand-ins in a folder or an archive apart: Moodle's participants, else its folders and
 * archives, else all of it is one, called `whole`. `meant` are the names of the lab's files.
 */
export function groupHandIns<F extends FoundFile>(
  found: readonly F[],
  whole: string,
  meant: readonly string[],
): readonly FoundHandIn<F>[] {
  const files = found.filter(({ path }) => !isLitter(path) && stepsOf(path).length > 0);
  const tops = [...new Set(files.map(({ path }) => topOf(path)))];
  if (tops.some((top) => MOODLE.test(top))) return participants(files);
  const loose = files.filter((file) => isLoose(file));
  const isOne = loose.some(({ path }) => isMeant(nameOf(path), meant)) && !areTeams(tops);
  const groups = files.filter((file) => !isLoose(file) || isZip(file) || isRefused(file));
  if (isOne || groups.length === 0) return files.length > 0 ? [{ name: whole, files }] : [];
  const names = [...new Set(groups.map(({ path }) => topOf(path)))].sort();
  const handIns = names.map((name): FoundHandIn<F> => {
    const own = groups.filter(({ path }) => topOf(path) === name);
    return { name: shownName(name), files: own.map((file) => below(file, name)) };
  });
  return unwrapped(handIns, meant) ?? handIns;
}

/** A folder that only holds the folders of the hand-ins, as an archive of a folder has it. */
function unwrapped<F extends FoundFile>(
  handIns: readonly FoundHandIn<F>[],
  meant: readonly string[],
): readonly FoundHandIn<F>[] | null {
  const [only, ...others] = handIns;
  if (only === undefined || others.length > 0) return null;
  const inside = only.files.filter(({ path }) => !isLitter(path) && path !== '');
  const tops = [...new Set(inside.map(({ path }) => topOf(path)))];
  const wraps = tops.some((top) => MOODLE.test(top)) || areTeams(tops);
  return wraps ? groupHandIns(inside, only.name, meant) : null;
}

/** Two folders or archives that are named after teams: then each is a hand-in. */
function areTeams(tops: readonly string[]): boolean {
  return new Set(tops.map(teamInName).filter((team) => team !== null)).size > 1;
}

/** A participant may have a folder of files and one of typed text: both are one hand-in. */
function participants<F extends FoundFile>(files: readonly F[]): readonly FoundHandIn<F>[] {
  const found = new Map<string, F[]>();
  for (const file of files) {
    const top = topOf(file.path);
    const [, who, rest = ''] = MOODLE.exec(top) ?? [];
    if (who === undefined) continue;
    const name = `${who}_assignsubmission_file_`;
    const flat = isLoose(file) ? { ...file, path: rest } : below(file, top);
    found.set(name, [...(found.get(name) ?? []), flat]);
  }
  return [...found].map(([name, own]) => ({ name: shownName(name), files: own })).sort(byName);
}

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}

/** A link in the place of a hand-in's folder is told as that one's trouble. */
function isRefused({ kind }: FoundFile): boolean {
  return kind === 'link' || kind === 'unreadable';
}

/** Stands at the top itself, in no folder. */
function isLoose({ path, kind }: FoundFile): boolean {
  return kind !== 'folder' && stepsOf(path).length === 1;
}

function topOf(path: string): string {
  return stepsOf(path)[0] ?? '';
}

/** The file by its path below a folder; what is unsafe in the path stays so. An archive keeps its name. */
function below<F extends FoundFile>(file: F, top: string): F {
  if (isLoose(file) || pathFault(file.path) !== null) return file;
  const path = file.path.startsWith(`${top}/`) ? file.path.slice(top.length + 1) : file.path;
  return { ...file, path: file.path === top ? '' : path };
}

function shownName(name: string): string {
  const bare = name.replace(/\.zip$/i, '').normalize('NFC');
  return bare.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
