import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { ResultCheck } from '../../model/marking/grade-result.ts';
import type { Verdict } from '../../model/marking/verdict.ts';
import { whatOf } from '../check/check-line.ts';

/** What was seen of a check of a result, in a sentence or some lines. */
export function happened({ verdict, code, params }: ResultCheck, language: Language): string {
  return whatOf({ verdict, code, params } as Verdict, language);
}

/** One reason why a check did not pass, and where it lies as far as that is known. */
export interface ToldReason {
  readonly text: string;
  readonly place: string | null;
}

/** Why a check did not pass: the causes that were found, else what the lab has to say of it. */
export function reasonsOf(
  { causes, feedback }: ResultCheck,
  language: Language,
): readonly ToldReason[] {
  const { page } = catalogue(language).phrases.report;
  if (causes.length === 0) {
    return feedback === null ? [] : [{ text: feedback[language], place: null }];
  }
  return causes.map(({ text, file, line, section }) => ({
    text: text[language],
    place: file === null ? null : page.place(file, line, section),
  }));
}

/** The likeliest reason in one line, with its place, for tables. */
export function reasonLine(check: ResultCheck, language: Language): string {
  const [first] = reasonsOf(check, language);
  if (first === undefined) return happened(check, language).replace(/\s*\n\s*/g, ' ');
  return placed(first, language);
}

/** A reason in one line, after its place where that is known. */
export function placed({ text, place }: ToldReason, language: Language): string {
  return place === null ? text : catalogue(language).phrases.report.about(place, text);
}
