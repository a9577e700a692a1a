import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { type Diagnostic, diagnostic, type Place } from '../diagnostic.ts';
import { printable } from './printable.ts';

/** The way to a value: keys of maps and indexes of lists. */
export type Path = readonly PropertyKey[];

/** A YAML document as plain data, with the places of its keys and values. */
export interface YamlTree {
  readonly data: unknown;
  readonly problems: readonly Diagnostic[];
  readonly keys: ReadonlyMap<string, Place>;
  readonly values: ReadonlyMap<string, Place>;
}

/** Every name in a lab file; `__proto__`, which lists of keys leave out, is none. */
const KEY = /^[A-Za-z][A-Za-z0-9_.-]*$/;

interface Walk {
  readonly place: (offset: number) => Place;
  readonly problems: Diagnostic[];
  readonly keys: Map<string, Place>;
  readonly values: Map<string, Place>;
}

/** Turns YAML nodes into plain data; aliases, duplicate keys and odd keys become problems. */
export function yamlTree(root: Node, place: (offset: number) => Place): YamlTree {
  const walk: Walk = { place, problems: [], keys: new Map(), values: new Map() };
  const data = plain(root, [], walk);
  return { data, problems: walk.problems, keys: walk.keys, values: walk.values };
}

/** The name of a path in the tables of places. */
export function pathName(path: Path): string {
  return JSON.stringify(path.map(String));
}

function plain(node: unknown, path: Path, walk: Walk): unknown {
  const at = walk.place(offsetOf(node));
  if (node !== null) walk.values.set(pathName(path), at);
  if (isMap(node)) return plainMap(node, path, walk);
  if (isSeq(node)) return node.items.map((item, index) => plain(item, [...path, index], walk));
  // An alias repeats a value elsewhere: no lab needs one, and nested ones grow without bound.
  if (isAlias(node)) walk.problems.push(diagnostic(at, 'lab-file-alias', {}));
  return isScalar(node) ? String(node.value) : '';
}

function plainMap(map: YAMLMap, path: Path, walk: Walk): unknown {
  const data = new Map<string, unknown>();
  for (const pair of map.items) {
    const key = keyOf(pair);
    const at = walk.place(offsetOf(pair.key));
    if (!KEY.test(key)) {
      walk.problems.push(diagnostic(at, 'lab-key-form', { key: printable(key) }));
    }
    const inner = [...path, key];
    const first = walk.keys.get(pathName(inner));
    if (first !== undefined) {
      walk.problems.push(diagnostic(at, 'lab-key-duplicate', { key, firstLine: first.line }));
      continue;
    }
    walk.keys.set(pathName(inner), at);
    data.set(key, plain(pair.value, inner, walk));
  }
  return Object.fromEntries(data);
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '?';
}

function offsetOf(node: unknown): number {
  return (node as Partial<Node> | null)?.range?.[0] ?? 0;
}
