import { createHash } from 'node:crypto';

/** One file of an image's folder; `path` is relative to it. */
export interface ImageFile {
  readonly path: string;
  readonly content: Uint8Array;
  readonly mode: number;
}

/** A folder of `images/`, read whole. */
export interface ImageFolder {
  readonly name: string;
  readonly files: readonly ImageFile[];
}

/** The images of a lab, by the names of their folders. */
export const IMAGE_NAMES = ['pbx', 'softphone-sim', 'probe', 'pbx-bare'] as const;

/** The images that every team's containers are made of; the others serve single verbs. */
export const TEAM_IMAGES = ['pbx', 'softphone-sim'] as const satisfies readonly ImageName[];

/** The image of a server where the students install Asterisk. */
export const BARE_IMAGE: ImageName = 'pbx-bare';

/** The name of an image, `pbx`. */
export type ImageName = (typeof IMAGE_NAMES)[number];

/** Debian's release for each base image that a Dockerfile may ask for. */
const SUITES: Readonly<Record<string, string>> = {
  'debian:11': 'bullseye',
  'debian:12': 'bookworm',
};

/** Where an image begins: the base of its Dockerfile, and how to make one without a registry. */
export interface ImageBase {
  /** The base as a registry knows it, `debian:11`. */
  readonly registry: string;
  /** The release that the base is made of, `bullseye`. */
  readonly suite: string;
  /** The tag of a base of our own making, all packages in it. */
  readonly tag: string;
  readonly packages: readonly string[];
}

/**
 * The tag of an image: the hash of everything in its folder that goes into it, and of the tag of the
 * image of ours that it is built on, where it is built on one.
 */
export function imageTag(folder: ImageFolder, parentTag?: string): string {
  const own = folder.files.filter(({ path }) => path !== 'README.md');
  const below =
    parentTag === undefined ? [] : [{ path: '', content: Buffer.from(parentTag), mode: 0 }];
  return `lab/${folder.name}:${hashOf([...own, ...below])}`;
}

/** The image of ours that a Dockerfile begins with (`ARG BASE=lab/pbx`); null for one of Debian's. */
export function parentImage(folder: ImageFolder): ImageName | null {
  const [, name] = /^ARG BASE=lab\/(\S+)$/m.exec(textOf(folder, 'Dockerfile')) ?? [];
  return IMAGE_NAMES.find((known) => known === name) ?? null;
}

/** Reads an image's base out of its Dockerfile and its packages out of `packages.txt`. */
export function imageBase(folder: ImageFolder): ImageBase {
  const registry = /^ARG BASE=(\S+)/m.exec(textOf(folder, 'Dockerfile'))?.[1] ?? '';
  const suite = SUITES[registry];
  if (suite === undefined)
    throw new TypeError(`${folder.name}: no Debian release for "${registry}"`);
  const packages = textOf(folder, 'packages.txt')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
  const ingredients = folder.files.filter(({ path }) => BASE_FILES.includes(path));
  return { registry, suite, tag: `lab/${folder.name}-base:${hashOf(ingredients)}`, packages };
}

/** The files that decide what is in a base of our own making. */
const BASE_FILES = ['packages.txt', 'dpkg.cfg', 'apt.pref'];

/** The text of one file of the folder; empty when there is no such file. */
export function textOf(folder: ImageFolder, path: string): string {
  const file = folder.files.find((candidate) => candidate.path === path);
  return file === undefined ? '' : Buffer.from(file.content).toString('utf8');
}

function hashOf(files: readonly ImageFile[]): string {
  const hash = createHash('sha256');
  for (const { path, content, mode } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const executable = (mode & 0o100) !== 0;
    hash.update(JSON.stringify([path, executable, content.length])).update(content);
  }
  return hash.digest('hex').slice(0, 12);
}
