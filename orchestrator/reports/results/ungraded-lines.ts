import type { ProblemCode } from '../../base/problems.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import { printable } from '../../model/definition/text/printable.ts';

/** A hand-in of a result document that could not be graded. */
interface Ungraded {
  readonly team?: number | null;
  readonly submission?: string | null;
  readonly error: { readonly code: string; readonly params: unknown };
}

/** Who could not be graded, and why, a line each, from the text of a result document. */
export function ungradedLines(
  document: string,
  teams: readonly number[] | undefined,
  language: Language,
): readonly string[] {
  const { results } = JSON.parse(document) as { readonly results: readonly object[] };
  const wanted = results
    .filter(isUngraded)
    .filter(({ team }) => teams === undefined || teams.some((one) => one === team));
  return wanted.map((one) => {
    const { phrases } = catalogue(language);
    const { team, submission, error } = one;
    const who = submission ?? (typeof team === 'number' ? phrases.team(team) : '?');
    const failed = `${printable(who)} ${phrases.report.table.ungraded}`;
    return phrases.report.about(failed, whyNot(error, language));
  });
}

function isUngraded(one: object): one is Ungraded {
  return 'error' in one && typeof one.error === 'object' && one.error !== null;
}

function whyNot({ code, params }: Ungraded['error'], language: Language): string {
  const { problems } = catalogue(language);
  if (!Object.hasOwn(problems, code)) return code;
  const text: { readonly what: (facts: never) => string } = problems[code as ProblemCode];
  return text.what(params as never);
}
