import { type Document, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { bad, ok, type Result } from '../../../base/result.ts';
import { type Diagnostic, diagnostic, inReadingOrder, type Place } from '../diagnostic.ts';
import { type Path, pathName, type YamlTree, yamlTree } from './yaml-tree.ts';

/** What a lab file says, every scalar as the text that was written, and where it says it. */
export interface LabText {
  readonly data: unknown;
  /** What is odd, though it could be read: keys, repeats, aliases. */
  readonly problems: readonly Diagnostic[];
  /** The place of a value, or of the nearest thing around it that exists. */
  readonly valueAt: (path: Path) => Place;
  /** The place of the key that introduces a value, or of the value when it has none. */
  readonly keyAt: (path: Path) => Place;
}

/** A lab file larger than this, in bytes, is not read. */
const MOST_LAB_BYTES = 256 * 1024;

/**
 * Reads the text of a lab file as YAML. Scalars stay text (`pin: 0123` must keep its zero);
 * the shape says which of them are numbers.
 */
export function readLabText(text: string, file: string): Result<LabText, Diagnostic> {
  const refused = refuseText(text, file);
  if (refused !== undefined) return bad([refused]);
  // Some editors write é as e and an accent: the safe alphabet knows letters only.
  return readYaml(text.normalize('NFC'), file);
}

function refuseText(text: string, file: string): Diagnostic | undefined {
  const start = { file, line: 1, column: 1 };
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_LAB_BYTES) {
    return diagnostic(start, 'lab-file-too-large', { bytes, most: MOST_LAB_BYTES });
  }
  if (text.startsWith('\uFEFF')) return diagnostic(start, 'lab-file-bom', {});
  const broken = text.search(/\uFFFD|\0/);
  if (broken < 0) return undefined;
  const before = text.slice(0, broken).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return diagnostic({ file, line: before.length, column }, 'lab-file-not-utf8', {});
}

function readYaml(text: string, file: string): Result<LabText, Diagnostic> {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const document = parseDocument(text, {
    schema: 'failsafe',
    // Our own walk looks for duplicate keys: the library's search is quadratic.
    uniqueKeys: false,
    merge: false,
    lineCounter: lines,
    prettyErrors: false,
    // Without it `!!binary` and its like are decoded.
    resolveKnownTags: false,
  });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return bad(syntaxProblems(faults, document, place));
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === '')) {
    return bad([diagnostic({ file, line: 1, column: 1 }, 'lab-file-empty', {})]);
  }
  return ok(located(yamlTree(contents, place), file));
}

/** One mistake makes the YAML library complain many times: the first of each line is told. */
function syntaxProblems(
  faults: readonly YAMLError[],
  document: Document,
  place: (offset: number) => Place,
): readonly Diagnostic[] {
  const lines = new Map<number, YAMLError>();
  for (const fault of faults) {
    const { line } = place(fault.pos[0]);
    if (!lines.has(line)) lines.set(line, fault);
  }
  const problems = [...lines.values()].map((fault) => {
    const unclosed = fault.code === 'MISSING_CHAR';
    return syntaxProblem(fault, place(unclosed ? openedAt(fault, document) : fault.pos[0]));
  });
  const tabs = problems.filter(({ code }) => code === 'lab-file-tab');
  // Where a tab indents, what follows it is wrongly indented too.
  return inReadingOrder(tabs.length > 0 ? tabs : problems);
}

function syntaxProblem(fault: YAMLError, at: Place): Diagnostic {
  switch (fault.code) {
    case 'TAB_AS_INDENT':
      return diagnostic(at, 'lab-file-tab', {});
    case 'BAD_INDENT':
      return diagnostic(at, 'lab-file-indent', {});
    case 'MISSING_CHAR':
      return diagnostic(at, 'lab-file-unclosed', {});
    case 'RESOURCE_EXHAUSTION':
      // Noticed where the stack ends, which is not the same place every time.
      return diagnostic({ ...at, column: 1 }, 'lab-file-too-deep', {});
    default:
      return diagnostic(at, 'lab-file-syntax', { reason: fault.code });
  }
}

/** An open quote is noticed at the end of the file; people look for where it was opened. */
function openedAt({ pos: [noticed] }: YAMLError, document: Document): number {
  let start = noticed;
  visit(document, {
    Scalar: (_, { type, range }) => {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (!quoted || !range || range[0] > noticed || range[2] < noticed) return undefined;
      start = range[0];
      return visit.BREAK;
    },
  });
  return start;
}

function located(tree: YamlTree, file: string): LabText {
  const start = { file, line: 1, column: 1 };
  const valueAt = (path: Path): Place =>
    tree.values.get(pathName(path)) ?? (path.length > 0 ? valueAt(path.slice(0, -1)) : start);
  const keyAt = (path: Path): Place => tree.keys.get(pathName(path)) ?? valueAt(path);
  return { data: tree.data, problems: tree.problems, valueAt, keyAt };
}
