import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { FoundCause } from '../../model/marking/check-report.ts';
import { placed } from '../results/why.ts';

/** Why checks failed, the likeliest reason first, each with its place and what it explains. */
export function causeLines(causes: readonly FoundCause[], language: Language): readonly string[] {
  if (causes.length === 0) return [];
  const { checks, report } = catalogue(language).phrases;
  return [
    checks.why,
    ...causes.flatMap(({ text, file, line, section, checks: spoilt }) => {
      const place = file === null ? null : report.page.place(file, line, section);
      const said = placed({ text: text[language], place }, language);
      // Names in files are the students': none may move the cursor of a terminal.
      return [`  ${said.replace(/\p{C}/gu, '\uFFFD')}`, `      ${spoilt.join(', ')}`];
    }),
  ];
}
