import { labError, type Problem } from '../../base/lab-error.ts';
import type { ProblemCode, Problems } from '../../base/problems.ts';

/** Where something is in a file. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One problem of a lab file, and where it is. */
export type Diagnostic = Place & Problem;

/** Builds the diagnostic of one code; the parameters are checked against the code. */
export function diagnostic<C extends ProblemCode>(
  { file, line, column }: Place,
  code: C,
  params: Problems[C],
): Diagnostic {
  return { file, line, column, ...labError(code, params).problem };
}

/** Puts problems in the order in which a reader of the file meets them. */
export function inReadingOrder(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
