import type * as z from 'zod';
import type { Path } from '../text/yaml-tree.ts';
import { labShape } from './lab-shape.ts';

/** A value of the right form, and where it is written. */
interface Written<T> {
  readonly value: T;
  readonly path: Path;
}

/** What has the right form in a lab file, so that rules can judge a file with other mistakes. */
export interface SoundParts {
  readonly flavour: Written<string> | undefined;
  readonly contexts: readonly SoundContext[];
  /** The number of every account could be read: a number that is not there does not exist. */
  readonly everyUser: boolean;
  readonly stations: readonly SoundStation[];
  readonly stages: readonly SoundStage[];
  readonly limits: readonly SoundLimits[];
}

/** What has the right form of a context. */
interface SoundContext {
  readonly name: string;
  readonly numbers: Written<string> | undefined;
  readonly voicemail: Written<string> | undefined;
  readonly users: readonly Written<string>[];
}

/** What has the right form of a stage. */
interface SoundStage {
  readonly name: string;
  readonly files: readonly Written<string>[];
  readonly contexts: readonly Written<string>[];
}

/** What has the right form of a station. */
interface SoundStation {
  readonly name: string;
  readonly address: Written<number> | undefined;
  readonly lines: readonly Written<string>[];
}

/** What has the right form of the limits of one kind of container. */
interface SoundLimits {
  readonly part: 'pbx' | 'softphone';
  readonly memory: Written<string> | undefined;
  readonly pids: Written<number> | undefined;
}

const { flavour, contexts, stations, stages, limits } = labShape.shape;
const contextShape = contexts.valueType.shape;
const stationShape = stations.valueType.shape;
const number = contextShape.voicemail;

/** Picks every value of the right form that a rule may ask for. */
export function soundParts(data: unknown): SoundParts {
  const contextPaths = entriesOf(data, ['contexts']);
  return {
    flavour: sound(flavour, data, ['flavour']),
    contexts: contextPaths.map((path) => contextAt(data, path)),
    everyUser:
      contextPaths.length > 0 &&
      contextPaths.every((path) => {
        const written = entriesOf(data, [...path, 'users']);
        return written.length > 0 && written.length === contextAt(data, path).users.length;
      }),
    stations: entriesOf(data, ['stations']).map((path) => ({
      name: String(path.at(-1)),
      address: sound(stationShape.address, data, [...path, 'address']),
      lines: soundList(number, data, [...path, 'lines']),
    })),
    stages: entriesOf(data, ['stages']).map((path) => ({
      name: String(path.at(-1)),
      files: soundList(stages.valueType.shape.files.element, data, [...path, 'files']),
      contexts: soundList(labShape.shape.lab, data, [...path, 'contexts']),
    })),
    limits: (['pbx', 'softphone'] as const).map((part) => ({
      part,
      memory: sound(limits.shape.pbx.shape.memory, data, ['limits', part, 'memory']),
      pids: sound(limits.shape.pbx.shape.pids, data, ['limits', part, 'pids']),
    })),
  };
}

function contextAt(data: unknown, path: Path): SoundContext {
  return {
    name: String(path.at(-1)),
    numbers: sound(contextShape.numbers, data, [...path, 'numbers']),
    voicemail: sound(number, data, [...path, 'voicemail']),
    users: entriesOf(data, [...path, 'users']).flatMap(
      (user) => sound(number, data, user) ?? sound(number, data, [...user, 'number']) ?? [],
    ),
  };
}

/** The value at a path of plain data, or nothing. */
export function valueUnder(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    data,
  );
}

function sound<T extends z.ZodType>(
  form: T,
  data: unknown,
  path: Path,
): Written<z.output<T>> | undefined {
  const parsed = form.safeParse(valueUnder(data, path));
  return parsed.success ? { value: parsed.data, path } : undefined;
}

function soundList<T extends z.ZodType>(form: T, data: unknown, path: Path) {
  return entriesOf(data, path).flatMap((entry) => sound(form, data, entry) ?? []);
}

/** The paths of what is in a list or a map; of anything else, none. */
function entriesOf(data: unknown, path: Path): readonly Path[] {
  const value = valueUnder(data, path);
  if (Array.isArray(value)) return value.map((_, index) => [...path, index]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).map((key) => [...path, key]);
}
