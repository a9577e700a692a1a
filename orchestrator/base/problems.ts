import type { CheckProblems } from './problems/check-problems.ts';
import type { EnvironmentProblems } from './problems/environment-problems.ts';
import type { InputProblems } from './problems/input-problems.ts';

/**
 * Every problem that can be told to a person: code → the facts its sentences need. The kind that a
 * code is declared in is also its exit status. i18n must hold a `what` and a `mend` for each code in
 * both languages, or nothing compiles.
 */
export interface Problems extends InputProblems, EnvironmentProblems, CheckProblems {}

/** The code of a problem. */
export type ProblemCode = keyof Problems;
