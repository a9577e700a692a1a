import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  BANNED_NAMES,
  BUDGETS,
  LAYERS,
  type Layer,
  LIBRARY_OWNERS,
  TEST_LIBRARIES,
  TIMER_FILES,
} from './architecture/layers.ts';
import {
  compiledPaths,
  type Import,
  pathsBelow,
  readSource,
  type SourceFile,
} from './architecture/source-files.ts';

/** Name and base of a lab that an engine test opens. */
const TEST_LAB = /testLab\(\s*'([a-z-]+)',\s*'([\d.]+)'/g;

const files = ['bench', 'orchestrator', 'test'].flatMap(pathsBelow).map(readSource);
const source = files.filter(({ path }) => path.startsWith('orchestrator/'));
const product = reachable('orchestrator/main.ts');

/** What the program loads, from its first file on; the other files are tests and their props. */
function reachable(first: string): readonly SourceFile[] {
  const found = new Set<SourceFile>();
  const visit = (path: string): void => {
    const file = source.find((candidate) => candidate.path === path);
    if (file === undefined || found.has(file)) return;
    found.add(file);
    for (const { target } of file.imports) if (target !== null) visit(target);
  };
  visit(first);
  return [...found];
}

function layerOf(path: string): Layer | undefined {
  const below = posix.relative('orchestrator', path);
  return LAYERS.find(({ folder }) => below === folder || below.startsWith(`${folder}/`));
}

/** The package of `zod/v4/core` is zod; of `@types/x` it is the whole. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** What is wrong with one import, and what to do; null when nothing is. */
function importOffence(file: SourceFile, { specifier, target }: Import): string | null {
  const layer = layerOf(file.path);
  if (layer === undefined) return null;
  if (target !== null) return ownImportOffence(file, layer, target);
  if (specifier.startsWith('node:')) {
    if (file.isTest || !product.includes(file) || layer.builtins?.includes(specifier.slice(5)))
      return null;
    return `${file.path} imports ${specifier}: take what it gives as an argument, from a layer that may, or justify it in LAYERS`;
  }
  const library = packageOf(specifier);
  if (LIBRARY_OWNERS[library]?.includes(layer.folder)) return null;
  if (file.isTest && TEST_LIBRARIES.includes(library)) return null;
  const owner = LIBRARY_OWNERS[library]?.join(' and ') ?? 'nobody yet (LIBRARY_OWNERS)';
  return `${file.path} imports ${specifier}, which belongs to ${owner}: call a function there`;
}

function ownImportOffence(file: SourceFile, layer: Layer, target: string): string | null {
  if (!files.some(({ path }) => path === target)) {
    return `${file.path} imports ${target}, which was not read: name the file with its .ts`;
  }
  const wanted = layerOf(target);
  if (wanted === undefined) {
    return `${file.path} imports ${target}: the product may not know its tests`;
  }
  if (wanted === layer || layer.uses.includes(wanted.folder)) return null;
  return `${file.path} imports ${target}: ${layer.folder} may not know ${wanted.folder}; hand the value in from a layer above both`;
}

describe('the source', () => {
  it('was read whole: what the folders hold is what the compiler checks', () => {
    const [compiled, read] = [compiledPaths(), files.map(({ path }) => path)];
    expect(compiled.filter((path) => !/\.config\.ts$/.test(path))).toEqual(read);
    expect(product.length, 'files that main.ts reaches').toBeGreaterThan(150);
    const imports = files.flatMap((file) => file.imports);
    expect(imports.length, 'imports seen').toBeGreaterThan(3 * product.length);
  });

  it('has a layer for every file, and layers that only know those above them in the table', () => {
    expect(
      source.filter(({ path }) => layerOf(path) === undefined).map(({ path }) => path),
    ).toEqual([]);
    const wrong = LAYERS.flatMap(({ folder, uses }, index) => {
      const above = LAYERS.slice(0, index).map((layer) => layer.folder);
      return uses.filter((used) => !above.includes(used)).map((used) => `${folder} uses ${used}`);
    });
    expect(wrong).toEqual([]);
    const empty = LAYERS.filter((layer) => !source.some(({ path }) => layerOf(path) === layer));
    expect(empty.map(({ folder }) => `${folder} is empty: remove its row`)).toEqual([]);
  });

  it('imports only what its layer may, type imports and import() included', () => {
    const offences = source.flatMap((file) =>
      file.imports.map((found) => importOffence(file, found)).filter((said) => said !== null),
    );
    expect(offences).toEqual([]);
  });

  it('has nothing that only tests need, unless a test needs it', () => {
    const props = source.filter((file) => !file.isTest && !product.includes(file));
    const used = new Set(files.flatMap(({ imports }) => imports.map(({ target }) => target)));
    const idle = props.filter(({ path }) => !used.has(path));
    expect(idle.map(({ path }) => `${path} is used by nobody: remove it`)).toEqual([]);
  });

  it('reaches for the process only in main.ts, for time only in the clock, for a console never', () => {
    const offences = product.flatMap(({ path, globals }) => {
      const below = posix.relative('orchestrator', path);
      const allowed = TIMER_FILES[below] ?? [];
      return globals
        .filter((name) => !(below === 'main.ts' && name.startsWith('process.')))
        .filter((name) => !(name.startsWith('AbortSignal.') && name !== 'AbortSignal.timeout'))
        .filter((name) => !allowed.some((prefix) => name.startsWith(prefix)))
        .map(
          (name) => `${path} uses ${name}: take it as an argument (Surroundings, Clock, Console)`,
        );
    });
    expect(offences).toEqual([]);
  });
});

describe('names', () => {
  it('say what a thing is: kebab-case, and none of the words that fit everything', () => {
    const offences = files.flatMap(({ path }) => {
      const parts = path.replace(/(\.test|\.config)?\.ts$/, '').split('/');
      const odd = parts.filter((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part));
      const banned = parts.flatMap((part) => part.split('-')).filter(isBanned);
      return [...odd, ...banned].map(
        (word) => `${path}: "${word}" — name it after its main export`,
      );
    });
    expect(offences).toEqual([]);
  });

  it('are exported, each with a sentence above it, and never as default', () => {
    const offences = files.flatMap(({ path, exports }) =>
      exports.flatMap(({ name, explained }) => {
        if (name === 'default' && !path.startsWith('test/docker/global-setup'))
          return [`${path} has a default export: name it`];
        return explained ? [] : [`${path}: ${name} has no sentence above it: say what it is for`];
      }),
    );
    expect(offences).toEqual([]);
  });
});

function isBanned(word: string): boolean {
  return BANNED_NAMES.includes(word);
}

describe('budgets', () => {
  it(`hold: ${BUDGETS.fileLines} lines a file, ${BUDGETS.functionLines} a function`, () => {
    const long = files.filter(({ lines }) => lines > BUDGETS.fileLines);
    const files250 = long.map(
      ({ path, lines }) => `${path} has ${lines} lines: find its second idea`,
    );
    const functions = files
      .filter(({ isTest }) => !isTest)
      .flatMap(({ path, functions: found }) =>
        found
          .filter(({ lines }) => lines > BUDGETS.functionLines)
          .map(
            ({ name, lines }) => `${path}: ${name} has ${lines} lines: give a part of it a name`,
          ),
      );
    expect([...files250, ...functions]).toEqual([]);
  });

  it(`hold: ${BUDGETS.filesInFolder} source files a folder, ${BUDGETS.depth} folders deep`, () => {
    const folders = [...new Set(product.map(({ path }) => posix.dirname(path)))];
    const crowded = folders.flatMap((folder) => {
      const { length } = product.filter(({ path }) => posix.dirname(path) === folder);
      const most = folder === 'orchestrator/base' ? BUDGETS.baseFiles : BUDGETS.filesInFolder;
      return length > most ? [`${folder} has ${length} source files: group some by area`] : [];
    });
    const deep = folders
      .filter((folder) => folder.split('/').length - 1 > BUDGETS.depth)
      .map((folder) => `${folder} is too deep: lift it`);
    expect([...crowded, ...deep]).toEqual([]);
  });
});

describe('labs of the engine tests', () => {
  it('have a name and a network that no other has: their files run side by side', () => {
    const labs = files
      .filter(({ path }) => path.startsWith('test/docker/'))
      .flatMap(({ path }) => [...readFileSync(path, 'utf8').matchAll(TEST_LAB)]);
    for (const part of [1, 2]) {
      const used = labs.map((lab) => lab[part]);
      expect(used).toEqual([...new Set(used)]);
    }
    expect(labs.length).toBeGreaterThan(20);
  });
});
