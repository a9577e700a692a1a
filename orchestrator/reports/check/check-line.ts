import type { Verdict } from '../../base/problems/verdicts.ts';
import type { Language, ReasonTexts } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';

/** What of a check is told on one line. */
export interface ToldCheck {
  readonly check: string;
  readonly verdict: Verdict;
  readonly ms: number;
}

/** A check's outcome on one line, `✔ call.finance  3101 and 3102 call each other  2.9 s`. */
export function checkLine({ check, verdict, ms }: ToldCheck, language: Language): string {
  const { phrases } = catalogue(language);
  const mark = phrases.checks.mark[verdict.verdict];
  return `${mark} ${check}  ${whatOf(verdict, language)}  ${phrases.seconds(ms / 1000)}`;
}

/** The same, with where to look below it when there is something to do. */
export function checkLines(told: ToldCheck, language: Language): readonly string[] {
  const mend = told.verdict.verdict === 'pass' ? '' : mendOf(told.verdict, language);
  return [checkLine(told, language), ...(mend === '' ? [] : [`    → ${mend}`])];
}

/** What was seen of a check, without where to look. */
export function whatOf({ code, params }: Verdict, language: Language): string {
  const text: { readonly what: (facts: never) => string } = reasons(language)[code];
  // Names and log lines are the students': none may move the cursor of the teacher's terminal.
  return text.what(params as never).replace(/[^\P{C}\n]/gu, '\uFFFD');
}

function mendOf({ code, params }: Verdict, language: Language): string {
  const text: { readonly mend?: (facts: never) => string } = reasons(language)[code];
  return text.mend?.(params as never) ?? '';
}

function reasons(language: Language): ReasonTexts {
  return catalogue(language).reasons;
}
