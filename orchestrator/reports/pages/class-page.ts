import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import { type QuestionState, questionState } from '../../model/marking/question-state.ts';
import type { Report, ReportInput } from '../report.ts';
import { identicalLines } from '../results/identical-lines.ts';
import { membersOf, whose } from '../results/whose.ts';
import { type Html, html } from './html.ts';
import { page } from './page-frame.ts';
import { synthesisTable } from './synthesis-table.ts';

const STATES: readonly QuestionState[] = ['full', 'handed', 'part', 'none', 'open', 'absent'];
const SIGNS: Readonly<Record<QuestionState, string>> = {
  ...{ full: '✔', handed: '✔–', part: '◐', none: '✗', open: '?', absent: '–' },
};

/** The teacher's page: teams and questions in a table, what the class missed, files that are the same. */
export function classPage(input: ReportInput): Report {
  const { results, language, ungraded } = input;
  const { table, question } = catalogue(language).phrases.report;
  const title = results[0]?.title[language] ?? '';
  const legend = STATES.map((state) => {
    const words = state === 'open' ? table.open : question[state];
    return html`<span class="${state}">${SIGNS[state]} ${words}</span>`;
  });
  const failed = ungraded.map((line) => html`<li>${line}</li>\n`);
  const body = html`<header><div><h1>${table.heading}</h1><p>${title}</p></div></header>
<main>
<section><h2>${table.marks}</h2>
<p class="legend soft">${legend}</p>
<div class="scroll">${marksTable(input)}</div>
${failed.length === 0 ? null : html`<ul>\n${failed}</ul>`}</section>
<section><h2>${table.synthesis}</h2>
${synthesisTable(results, language)}</section>
${identicalSection(input)}
</main>`;
  return page({ title: `${table.heading} · ${title}`, language, wide: true, body });
}

function marksTable({ results, language, classList }: ReportInput): Html {
  const { report } = catalogue(language).phrases;
  const { table } = report;
  const ids = [...new Set(results.flatMap(({ questions }) => questions.map(({ id }) => id)))];
  const heads = ids.map((id) => html`<th scope="col" class="number">${id}</th>`);
  const rows = results.map((result) => {
    const members = membersOf(result, results, classList);
    return html`<tr><th scope="row">${whose(result, language)}${members.length === 0 ? null : html`<br><span class="soft">${members.join(', ')}</span>`}</th>
${ids.map((id) => questionCell(id, result, language))}
<td class="number${result.points === null ? ' open' : ''}"><strong>${report.points(result.points, result.max)}</strong></td>
<td class="number">${catalogue(language).phrases.seconds(result.ms / 1000)}</td></tr>
`;
  });
  return html`<table>
<thead><tr><th scope="col">${table.team}</th>${heads}<th scope="col" class="number">${table.mark}</th><th scope="col" class="number">${table.duration}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`;
}

function questionCell(id: string, result: GradeResult, language: Language): Html {
  const { report } = catalogue(language).phrases;
  const question = result.questions.find((one) => one.id === id);
  if (question === undefined) return html`<td></td>`;
  const state = questionState(result, question);
  const points = report.points(state === 'open' ? null : question.points, question.max);
  const sign = state === 'open' ? null : html`<span aria-hidden="true">${SIGNS[state]}</span> `;
  return html`<td class="number ${state}">${sign}${points}</td>`;
}

function identicalSection({ identical, language }: ReportInput): Html | null {
  if (identical === null) return null;
  const { table } = catalogue(language).phrases.report;
  const lines = identicalLines(identical, language).map((line) => html`<li>${line}</li>\n`);
  const list = html`<p class="soft">${table.identicalAbout}</p>\n<ul>\n${lines}</ul>`;
  return html`<section><h2>${table.identical}</h2>
${lines.length === 0 ? html`<p>${table.identicalNone}</p>` : list}</section>`;
}
