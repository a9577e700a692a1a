import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';

/** The folder that everything is named from. */
const ROOT = dirname(dirname(import.meta.dirname));

/** One source file, read once: what it imports, exports and uses. Paths are from the root. */
export interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly isTest: boolean;
  readonly imports: readonly Import[];
  /** Exported declarations, and whether a sentence stands above each. */
  readonly exports: readonly { readonly name: string; readonly explained: boolean }[];
  readonly functions: readonly { readonly name: string; readonly lines: number }[];
  /** Global objects of the machine that are reached for: `process.env`, `console.log`, `Date`. */
  readonly globals: readonly string[];
}

/** One import of any kind: static, type, re-export, `import()` as value or as type. */
export interface Import {
  readonly specifier: string;
  /** The imported file from the root, when it is one of ours. */
  readonly target: string | null;
}

/** Every TypeScript file below a folder of the repository, fixtures' folders too. */
export function pathsBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => posix.join(folder, file))
    .sort();
}

/** The files that the compiler is told to check: a second opinion on what there is. */
export function compiledPaths(): readonly string[] {
  const file = join(ROOT, 'tsconfig.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  return ts
    .parseJsonConfigFileContent(config, ts.sys, ROOT)
    .fileNames.map((name) => relative(ROOT, name))
    .sort();
}

/** Reads one source file. */
export function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const specifiers: string[] = [];
  const functions: { name: string; lines: number }[] = [];
  const globals: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== null) specifiers.push(specifier);
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      functions.push({ name: nameOf(node), lines: linesOf(tree, node) });
    }
    const global = globalOf(node);
    if (global !== null) globals.push(global);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return {
    path,
    lines: text.split('\n').length - 1,
    isTest: path.endsWith('.test.ts'),
    imports: specifiers.map((specifier) => ({ specifier, target: targetOf(path, specifier) })),
    exports: tree.statements.flatMap((statement) => exportsOf(statement, text)),
    functions,
    globals,
  };
}

function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return literal(node.moduleSpecifier);
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return literal(node.argument.literal);
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    // What is computed can't be judged: it is reported as a name that no rule allows.
    return literal(node.arguments[0]) ?? 'import(computed)';
  }
  return null;
}

function literal(node: ts.Node | undefined): string | null {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : null;
}

function targetOf(path: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
}

const GLOBALS = new Set(['process', 'console', 'performance', 'AbortSignal', 'globalThis']);
const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']);

function globalOf(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const { text } = node.expression;
    // `console` is also what we call the person's end: only the machine's own methods count.
    if (text === 'console' && !(node.name.text in console)) return null;
    if (GLOBALS.has(text)) return `${text}.${node.name.text}`;
    if (text === 'Date') return 'Date.now';
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
    return (node.arguments?.length ?? 0) === 0 ? 'Date.now' : null;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    return TIMERS.has(node.expression.text) ? node.expression.text : null;
  }
  return null;
}

function exportsOf(statement: ts.Statement, text: string) {
  if (ts.isExportAssignment(statement)) return [{ name: 'default', explained: true }];
  if (!ts.canHaveModifiers(statement)) return [];
  const kinds = (ts.getModifiers(statement) ?? []).map(({ kind }) => kind);
  if (!kinds.includes(ts.SyntaxKind.ExportKeyword)) return [];
  const above = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? [];
  const explained = above.some(({ pos }) => text.startsWith('/**', pos));
  if (kinds.includes(ts.SyntaxKind.DefaultKeyword)) return [{ name: 'default', explained }];
  const [first] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  return [{ name: nameOf(first ?? statement), explained }];
}

function nameOf(node: ts.Node): string {
  const named = node as { readonly name?: ts.Node };
  return named.name?.getText() ?? '(nameless)';
}

function linesOf(tree: ts.SourceFile, node: ts.Node): number {
  const line = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  return line(node.end) - line(node.getStart()) + 1;
}
