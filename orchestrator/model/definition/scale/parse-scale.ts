import { bad, ok, type Result } from '../../../base/result.ts';
import { type Diagnostic, diagnostic, inReadingOrder } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import { type LabText, readLabText } from '../text/lab-text.ts';
import { printable } from '../text/printable.ts';

/** A scale as it stands in the file: what each check earns, in quarter points. */
export interface ReadScale {
  readonly questions: readonly {
    readonly id: string;
    readonly checks: readonly { readonly id: string; readonly quarters: number }[];
  }[];
}

/** What all checks together earn, in points. */
const TOTAL = 20;
const QUARTERS = 4;
const KEYS = ['questions'];
const POINTS = /^(?:[0-9]|1[0-9]|20)(?:\.(?:00?|25|50?|75))?$/;

/**
 * Reads `checks.yaml`: a scale, or everything that is wrong with it, in reading order. `known` are the
 * ids of the checks that the lab has.
 */
export function parseScale(
  text: string,
  file: string,
  known: readonly string[],
): Result<ReadScale, Diagnostic> {
  const read = readLabText(text, file);
  if (!read.ok) return read;
  const { value } = read;
  const problems = [...value.problems, ...formProblems(value), ...checkProblems(value, known)];
  if (problems.length > 0) return bad(inReadingOrder(problems));
  const scale = { questions: questionsOf(value) };
  const sum = scale.questions
    .flatMap(({ checks }) => checks)
    .reduce((total, { quarters }) => total + quarters, 0);
  if (sum === TOTAL * QUARTERS) return ok(scale);
  const facts = { found: String(sum / QUARTERS), total: TOTAL };
  return bad([diagnostic(value.keyAt(['questions']), 'scale-sum', facts)]);
}

function formProblems(text: LabText): readonly Diagnostic[] {
  if (!isMap(text.data)) return [wrongKind(text, [])];
  const unknown = Object.keys(text.data)
    .filter((key) => !KEYS.includes(key))
    .map((key) => {
      const facts = { key: printable(key), where: '', known: KEYS, nearest: nearest(key, KEYS) };
      return diagnostic(text.keyAt([key]), 'lab-key-unknown', facts);
    });
  const { questions } = text.data;
  if (questions === undefined) {
    return [
      ...unknown,
      ...(unknown.length > 0
        ? []
        : [diagnostic(text.keyAt([]), 'lab-key-missing', { key: 'questions', where: '' })]),
    ];
  }
  if (!isMap(questions)) return [...unknown, wrongKind(text, ['questions'])];
  const odd = Object.entries(questions).filter(([, checks]) => !isMap(checks));
  return [...unknown, ...odd.map(([id]) => wrongKind(text, ['questions', id]))];
}

function checkProblems(text: LabText, known: readonly string[]): readonly Diagnostic[] {
  const lines = new Map<string, number>();
  return written(text).flatMap(({ question, id, points }) => {
    const path = ['questions', question, id];
    const at = text.keyAt(path);
    const first = lines.get(id);
    if (!known.includes(id)) {
      const facts = { check: printable(id), known, nearest: nearest(id, known) };
      return [diagnostic(at, 'scale-check-unknown', facts)];
    }
    if (first !== undefined) {
      return [diagnostic(at, 'lab-key-duplicate', { key: id, firstLine: first })];
    }
    lines.set(id, at.line);
    if (POINTS.test(String(points))) return [];
    const found = printable(String(points));
    return [diagnostic(text.valueAt(path), 'scale-points-form', { key: id, found })];
  });
}

function questionsOf(text: LabText): ReadScale['questions'] {
  const all = written(text);
  return [...new Set(all.map(({ question }) => question))].map((id) => ({
    id,
    checks: all
      .filter(({ question }) => question === id)
      .map((one) => ({ id: one.id, quarters: Number(one.points) * QUARTERS })),
  }));
}

interface Written {
  readonly question: string;
  readonly id: string;
  readonly points: unknown;
}

/** Every check that the file names, in its order; whatever has not the form is left out. */
function written({ data }: LabText): readonly Written[] {
  if (!isMap(data) || !isMap(data.questions)) return [];
  return Object.entries(data.questions).flatMap(([question, checks]) =>
    isMap(checks) ? Object.entries(checks).map(([id, points]) => ({ question, id, points })) : [],
  );
}

function wrongKind(text: LabText, path: readonly string[]): Diagnostic {
  const facts = { key: path.join('.'), expected: 'map', found: 'text' } as const;
  return diagnostic(text.valueAt(path), 'lab-value-type', facts);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
