import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { GradeResult, ResultCheck, ResultQuestion } from '../../model/marking/grade-result.ts';
import { questionState } from '../../model/marking/question-state.ts';
import { rootOf } from '../../model/marking/root-of.ts';
import type { Report } from '../report.ts';
import { happened, reasonsOf } from '../results/why.ts';
import { checkArticle } from './check-article.ts';
import { type Html, html } from './html.ts';
import { page } from './page-frame.ts';
import type { Showing } from './proof-section.ts';

/** A team's own page: its mark, and for each check what was tried, what happened and why. */
export function studentPage(
  result: GradeResult,
  members: readonly string[],
  showing: Showing,
): Report {
  const { language } = showing;
  const { report } = catalogue(language).phrases;
  const { title, team, questions, checks } = result;
  const shown = checks.filter((check) => check.question === null && !isApart(check));
  const body = html`${headerOf(result, members, language)}
<main>
${noticeOf(result, language)}
${toMend(result, language)}
${summaryOf(result, language)}
${questions.map((question) => questionSection(question, result, showing))}
${apartSection('not-handed-in', result, language)}
${apartSection('for-the-teacher', result, language)}
${shown.length === 0 ? null : html`<section><h2>${report.page.shown}</h2>${shown.map((check) => checkArticle(check, result, showing))}</section>`}
</main>
<footer>${report.page.footer(result.files)}</footer>`;
  const heading = `${report.page.heading(team)} · ${title[language]}`;
  return page({ title: heading, language, wide: false, body });
}

/** What was not handed in, or is the teacher's to judge, is told apart from what was wrong. */
function isApart({ code, decided }: ResultCheck): boolean {
  return decided === null && (code === 'not-handed-in' || code === 'for-the-teacher');
}

function headerOf(result: GradeResult, members: readonly string[], language: Language): Html {
  const { report } = catalogue(language).phrases;
  const { page: words } = report;
  const { title, team, submission, date, points, max } = result;
  const rows = [
    ...(members.length === 0 ? [] : [{ name: words.members, value: members.join(', ') }]),
    ...(submission === null ? [] : [{ name: words.submission, value: submission }]),
    { name: words.graded, value: day(date, language) },
  ];
  return html`<header>
<div>
<h1>${words.heading(team)}</h1>
<p>${title[language]}</p>
<dl>${rows.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
</div>
<div class="mark">${words.mark} <strong>${report.points(points, max)}</strong></div>
</header>`;
}

function day(date: string, language: Language): string {
  const [year = '', month = '', number = ''] = date.slice(0, 10).split('-');
  return language === 'fr' ? `${number}/${month}/${year}` : `${year}-${month}-${number}`;
}

function noticeOf({ points, final }: GradeResult, language: Language): Html | null {
  const { page: words } = catalogue(language).phrases.report;
  const notices = [
    ...(final ? [] : [words.unfinished]),
    ...(points === null ? [words.provisional] : []),
  ];
  if (notices.length === 0) return null;
  return html`<div class="notice">${notices.map((notice) => html`<p>${notice}</p>`)}</div>`;
}

/** What is wrong and no consequence of anything else, first of all: with why, and where below. */
function toMend({ checks }: GradeResult, language: Language): Html | null {
  const { page: words } = catalogue(language).phrases.report;
  const own = checks.filter(
    (check) =>
      check.verdict !== 'pass' &&
      check.verdict !== 'inconclusive' &&
      check.points < check.max &&
      rootOf(check) === null &&
      !isApart(check),
  );
  if (own.length === 0) return null;
  const items = own.map((check) => {
    const [first] = reasonsOf(check, language);
    const why = first?.text ?? happened(check, language);
    return html`<li><strong>${check.title[language]}</strong><br>${why}</li>\n`;
  });
  return html`<section class="mend"><h2>${words.toMend}</h2><ul>
${items}</ul></section>`;
}

function summaryOf(result: GradeResult, language: Language): Html {
  const { report } = catalogue(language).phrases;
  const { page: words } = report;
  const counted = result.questions.filter(({ max }) => max > 0);
  const rows = counted.map((question) => {
    const state = questionState(result, question);
    return html`<tr><th scope="row">${question.id}</th><td>${question.title[language]}</td>
<td class="number">${report.points(state === 'open' ? null : question.points, question.max)}</td>
<td class="${state}">${report.question[state]}</td></tr>
`;
  });
  return html`<table>
<caption>${words.summary}</caption>
<thead><tr><th scope="col">${words.questionHeading}</th><th scope="col">${words.titleHeading}</th>
<th scope="col" class="number">${words.pointsHeading}</th><th scope="col">${words.stateHeading}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`;
}

function questionSection(question: ResultQuestion, result: GradeResult, showing: Showing) {
  const { language } = showing;
  const { report } = catalogue(language).phrases;
  const { id, title, points, max } = question;
  const own = result.checks.filter((check) => check.question === id && !isApart(check));
  if (own.length === 0) return null;
  const open = questionState(result, question) === 'open';
  return html`<section>
<h2><span>${id} · ${title[language]}</span> <span class="points">${report.points(open ? null : points, max)}</span></h2>
${own.map((check) => checkArticle(check, result, showing))}</section>
`;
}

function apartSection(
  code: 'not-handed-in' | 'for-the-teacher',
  { checks }: GradeResult,
  language: Language,
): Html | null {
  const { report } = catalogue(language).phrases;
  const { page: words } = report;
  const own = checks.filter((check) => check.code === code && isApart(check));
  if (own.length === 0) return null;
  const teacher = code === 'for-the-teacher';
  const items = own.map(({ question, title, max }) => {
    const points = max === 0 ? '' : ` (${report.points(teacher ? null : 0, max)})`;
    return html`<li>${question === null ? '' : `${question} · `}${title[language]}${points}</li>\n`;
  });
  return html`<section>
<h2>${teacher ? words.teacher : words.absent}</h2>
<p class="soft">${teacher ? words.teacherAbout : words.absentAbout}</p>
<ul>
${items}</ul>
</section>
`;
}
