import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { GradeResult, ResultCheck } from '../../model/marking/grade-result.ts';
import { rootOf } from '../../model/marking/root-of.ts';
import { happened, reasonsOf, type ToldReason } from '../results/why.ts';
import { type Html, html } from './html.ts';
import { proofSection, type Showing } from './proof-section.ts';

/** One check on a student's page: what was tried, what happened, why, and the points. */
export function checkArticle(check: ResultCheck, result: GradeResult, showing: Showing): Html {
  const { language } = showing;
  const { phrases } = catalogue(language);
  const { report, checks } = phrases;
  const points =
    check.max === 0 ? report.page.worthNothing : report.points(pointsOf(check), check.max);
  const mark = html`<span aria-hidden="true">${checks.mark[check.verdict]}</span> `;
  const outcome = html`<span class="soft">(${checks.outcome[check.verdict]})</span>`;
  return html`<article class="${check.verdict}">
<h3><span>${mark}${check.title[language]} ${outcome}</span> <span class="points">${points}</span></h3>
${
  check.verdict === 'pass'
    ? null
    : html`<dl>
${happenedRow(check, language)}${whyRow(check, result, language)}
</dl>
`
}${notesOf(check, language).map((note) => html`<p class="soft">${note}</p>\n`)}${proofSection(check, showing)}
</article>
`;
}

/** An open check has no points yet, and that is not zero. */
function pointsOf({ verdict, decided, points }: ResultCheck): number | null {
  return verdict === 'inconclusive' && decided === null ? null : points;
}

/** A check that waited for another one was not tried: there is only that other one to tell of. */
function happenedRow(check: ResultCheck, language: Language): Html | null {
  if (rootOf(check) !== null && check.verdict === 'skipped') return null;
  const { page } = catalogue(language).phrases.report;
  return html`<dt>${page.happened}</dt><dd>${happened(check, language)}</dd>\n`;
}

function whyRow(check: ResultCheck, { checks }: GradeResult, language: Language): Html | null {
  const { page } = catalogue(language).phrases.report;
  if (check.verdict === 'pass' || check.verdict === 'inconclusive') return null;
  const root = rootOf(check);
  if (root !== null) {
    const title = checks.find(({ id }) => id === root)?.title[language] ?? root;
    return html`<dt>${page.consequence}</dt><dd>${page.consequenceOf(title)}</dd>`;
  }
  const reasons = reasonsOf(check, language);
  if (reasons.length === 0) return null;
  return html`<dt>${page.why}</dt><dd><ul>${reasons.map(reasonItem)}</ul></dd>`;
}

function reasonItem({ text, place }: ToldReason): Html {
  // Most texts begin with the place themselves.
  const told = place === null || text.startsWith(place.split(',')[0] ?? place);
  const where = told ? null : html`<span class="place">${place}</span>`;
  return html`<li>${where}${text}</li>`;
}

function notesOf({ attempts, disagreed, decided }: ResultCheck, language: Language) {
  const { page } = catalogue(language).phrases.report;
  const replaced = attempts.at(-1)?.replaced ?? null;
  return [
    ...(replaced === null ? [] : [page.replaced(replaced)]),
    ...(disagreed ? [page.disagreed] : []),
    ...(decided === null ? [] : [page.decided]),
  ];
}
