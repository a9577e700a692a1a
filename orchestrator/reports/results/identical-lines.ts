import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { IdenticalNote } from '../../model/configuration/identical-files.ts';

/** Files that are the same in several hand-ins, a line each. */
export function identicalLines(
  identical: readonly IdenticalNote[],
  language: Language,
): readonly string[] {
  const { table } = catalogue(language).phrases.report;
  return identical.map(({ file, manner, who }) =>
    manner === 'raw' ? table.identicalRaw(file, who) : table.identicalForm(file, who),
  );
}
