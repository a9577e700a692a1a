import type { ProblemCode, Problems } from './problems.ts';

/** A problem as data: its sentences, in every language, live in i18n. */
export type Problem = {
  [C in ProblemCode]: { readonly code: C; readonly params: Problems[C] };
}[ProblemCode];

/** The one error thrown on purpose: trouble in the world, as a code with its facts. */
export class LabError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(
      `${problem.code} ${JSON.stringify(problem.params)}`,
      cause === undefined ? {} : { cause },
    );
    this.name = 'LabError';
    this.problem = problem;
  }
}

/** Builds the error of one code; the parameters are checked against the code. */
export function labError<C extends ProblemCode>(
  code: C,
  params: Problems[C],
  cause?: unknown,
): LabError {
  return new LabError({ code, params } as Problem, cause);
}

/** A problem of the world, or (with a place) of a file. Lines and columns count from 1. */
export type PlacedProblem = Problem & {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
};

/** Every problem of one input, thrown together. */
export class LabProblems extends Error {
  readonly problems: readonly PlacedProblem[];

  constructor(problems: readonly PlacedProblem[]) {
    super(problems.map(({ code }) => code).join(', '));
    this.name = 'LabProblems';
    this.problems = problems;
  }
}

/** A failure as data: the code and facts of its (first) problem; a fault of ours is `fault`. */
export type Failure =
  | Problem
  | { readonly code: 'fault'; readonly params: { readonly said: string } };

/** What an error is as data. */
export function failureOf(error: unknown): Failure {
  const [first] = error instanceof LabProblems ? error.problems : [];
  const problem = error instanceof LabError ? error.problem : first;
  if (problem === undefined) return { code: 'fault', params: { said: String(error) } };
  const { code, params } = problem;
  return { code, params } as Problem;
}

/**
 * True when a program or an engine says that a disk is full: in the system's own words (ENOSPC), or
 * in those of apt, which looks before it writes.
 */
export function saysDiskFull(said: string): boolean {
  return /no space left on device|don't have enough free space/i.test(said);
}
