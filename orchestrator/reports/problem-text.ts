import type { PlacedProblem, Problem } from '../base/lab-error.ts';
import type { Advice, Language } from '../i18n/catalogue.ts';
import { catalogue } from '../i18n/language.ts';

/** What is wrong and, on a line of its own behind an arrow, what to do about it. */
function problemText(problem: PlacedProblem, language: Language): string {
  const advice = adviceFor(problem, language);
  const { file, line, column } = problem;
  const place = file === undefined ? '' : `${file}:${line ?? 1}:${column ?? 1}  `;
  return `${place}${advice.what}\n  → ${advice.mend.replaceAll('\n', '\n    ')}`;
}

/** Every problem, one after another. */
export function problemsText(problems: readonly PlacedProblem[], language: Language): string {
  return problems.map((problem) => problemText(problem, language)).join('\n');
}

/** The two sentences of a problem in a language. */
export function adviceFor(
  problem: Problem,
  language: Language,
): { readonly what: string; readonly mend: string } {
  // The table is typed code by code; the pairing of a code with its params is in `Problem`.
  const advice = catalogue(language).problems[problem.code] as Advice<Problem['params']>;
  return { what: advice.what(problem.params), mend: advice.mend(problem.params) };
}
