import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { GradeResult, ResultCheck } from '../../model/marking/grade-result.ts';
import { rootOf } from '../../model/marking/root-of.ts';
import { happened, placed, reasonsOf } from '../results/why.ts';

/** What machines show people of a check: what happened and why, a line each, without control codes. */
export function checkText(check: ResultCheck, { checks }: GradeResult, language: Language): string {
  const { page } = catalogue(language).phrases.report;
  const root = rootOf(check);
  const title = checks.find(({ id }) => id === root)?.title[language] ?? root;
  const reasons =
    check.verdict === 'pass' || check.verdict === 'inconclusive' || root !== null
      ? []
      : reasonsOf(check, language);
  const lines = [
    happened(check, language),
    ...(title === null ? [] : [page.consequenceOf(title)]),
    ...reasons.map((reason) => placed(reason, language)),
  ];
  return lines.join('\n').replace(/[^\P{C}\t\n]/gu, '\uFFFD');
}

/** How long all tries of a check took together, in ms. */
export function timeOf({ attempts }: ResultCheck): number {
  return attempts.reduce((sum, { ms }) => sum + ms, 0);
}
