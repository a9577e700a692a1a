import type * as z from 'zod';
import type { $ZodIssue } from 'zod/v4/core';
import type { YamlKind } from '../../../base/problems/input-problems.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import { nearest } from '../nearest.ts';
import type { LabText } from '../text/lab-text.ts';
import { printable } from '../text/printable.ts';
import type { Path } from '../text/yaml-tree.ts';
import { knownKeys } from './known-keys.ts';
import type { FormCode } from './lab-shape.ts';
import { valueUnder } from './sound-parts.ts';

/** A file of the lab's folder, and the form that it should have. */
interface Shaped {
  readonly text: LabText;
  readonly shape: z.ZodType;
}

/** Everything in which a file of a lab has not the form of one. */
export function shapeProblems(text: LabText, shape: z.ZodType): readonly Diagnostic[] {
  const parsed = shape.safeParse(text.data);
  if (parsed.success) return [];
  return withoutEchoes(issueProblems(parsed.error.issues, [], { text, shape }));
}

/** A misspelt key is one mistake: that the right one is missing goes without saying. */
function withoutEchoes(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  return problems.filter(
    (missing) =>
      missing.code !== 'lab-key-missing' ||
      !problems.some(
        ({ code, params }) =>
          code === 'lab-key-unknown' &&
          params.where === missing.params.where &&
          params.nearest === missing.params.key,
      ),
  );
}

function issueProblems(
  issues: readonly $ZodIssue[],
  above: Path,
  shaped: Shaped,
): readonly Diagnostic[] {
  return issues.flatMap((issue) => issueProblem(issue, [...above, ...issue.path], shaped));
}

function issueProblem(issue: $ZodIssue, path: Path, shaped: Shaped): readonly Diagnostic[] {
  const { text } = shaped;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, shaped));
    case 'invalid_key':
      return [nameProblem(issue.issues[0]?.message, path, text)];
    case 'invalid_union':
      return unionProblems(issue.errors, path, shaped);
    case 'invalid_type':
      return [typeProblem(issue.expected, path, text)];
    case 'custom':
      if (issue.params !== undefined) return [wholeNumberProblem(issue.params, path, text)];
      return [formProblem(issue.message, path, text)];
    default:
      return [formProblem(issue.message, path, text)];
  }
}

/** Of a union's branches, the one whose kind the value has tells what is wrong. */
function unionProblems(
  branches: readonly (readonly $ZodIssue[])[],
  path: Path,
  shaped: Shaped,
): readonly Diagnostic[] {
  const meant = branches.find((issues) =>
    issues.every((issue) => issue.code !== 'invalid_type' || issue.path.length > 0),
  );
  return issueProblems(meant ?? branches[0] ?? [], path, shaped);
}

function unknownKey(key: string, path: Path, { text, shape }: Shaped): Diagnostic {
  const known = knownKeys(shape, path);
  return diagnostic(text.keyAt([...path, key]), 'lab-key-unknown', {
    key: printable(key),
    where: dotted(path),
    known,
    nearest: nearest(key, known),
  });
}

function nameProblem(code: string | undefined, path: Path, text: LabText): Diagnostic {
  const found = printable(String(path.at(-1)));
  return diagnostic(text.keyAt(path), code as FormCode, { key: dotted(path.slice(0, -1)), found });
}

function typeProblem(expected: string, path: Path, text: LabText): Diagnostic {
  const value = valueUnder(text.data, path);
  const key = String(path.at(-1) ?? '');
  if (value === undefined) {
    const parent = path.slice(0, -1);
    return diagnostic(text.keyAt(parent), 'lab-key-missing', { key, where: dotted(parent) });
  }
  const kinds: Readonly<Record<string, YamlKind>> = { string: 'text', array: 'list' };
  return diagnostic(text.valueAt(path), 'lab-value-type', {
    key: dotted(path),
    expected: kinds[expected] ?? 'map',
    found: kindOf(value),
  });
}

function formProblem(code: string, path: Path, text: LabText): Diagnostic {
  const key = dotted(path);
  if (code === 'lab-empty') return diagnostic(text.keyAt(path), 'lab-empty', { key });
  // Every other check of the shape names a form code as its message.
  const found = printable(String(valueUnder(text.data, path)));
  return diagnostic(text.valueAt(path), code as FormCode, { key, found });
}

function wholeNumberProblem(
  { least, most }: Readonly<Record<string, unknown>>,
  path: Path,
  text: LabText,
): Diagnostic {
  return diagnostic(text.valueAt(path), 'lab-whole-number', {
    key: dotted(path),
    found: printable(String(valueUnder(text.data, path))),
    least: Number(least),
    most: Number(most),
  });
}

function dotted(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join('.');
}

function kindOf(value: unknown): YamlKind {
  if (value === '') return 'nothing';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'map' : 'text';
}
