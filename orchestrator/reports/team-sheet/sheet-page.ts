import type { Language } from '../../i18n/catalogue.ts';
import { type Html, html } from '../pages/html.ts';
import { page } from '../pages/page-frame.ts';
import { A4, CODE_SIZE, CODES_IN_A_ROW, CONTENT_WIDTH, LETTERS } from './a4.ts';
import { codeSvg, drawingSvg } from './drawing-svg.ts';
import { type SheetContent, TYPED_COLUMNS } from './sheet-content.ts';

const STYLE = `
body { max-width: ${CONTENT_WIDTH + 10}mm; font-size: ${LETTERS.text}pt; line-height: 1.3; }
.sheet { margin-bottom: 3rem; }
.sheet + .sheet { border-top: 1px dashed #000; padding-top: 2rem; }
h1 { font-size: ${LETTERS.heading}pt; }
header { align-items: baseline; margin-bottom: 1mm; }
header p { text-align: right; margin: 0; }
h2 { font-size: ${LETTERS.section}pt; margin-top: 3.5mm; padding-bottom: .5mm; border-bottom-width: 1px; }
h3 { font-size: ${LETTERS.text}pt; margin: 1.5mm 0 .5mm; }
p { margin: 1mm 0; }
figure { margin: 2.5mm 0 0; }
table { margin: .5mm 0 1.5mm; font-size: ${LETTERS.text}pt; }
th, td { border-color: #000; border-width: .2mm; padding: .4mm 1.5mm; }
thead th { background: #fff; font-weight: normal; font-size: ${LETTERS.small}pt; }
.access th { font-weight: normal; width: 45%; }
code { font: 10pt ui-monospace, "Liberation Mono", "DejaVu Sans Mono", monospace; }
.codes { display: flex; flex-wrap: wrap; gap: 0 1mm; margin: 0; padding: 0; list-style: none; }
.codes li { width: ${(CONTENT_WIDTH - CODES_IN_A_ROW) / CODES_IN_A_ROW}mm; text-align: center; break-inside: avoid; font-size: ${LETTERS.small}pt; }
.codes svg { display: block; width: ${CODE_SIZE}mm; margin: 0 auto -2mm; }
.codes strong { display: block; font-size: ${LETTERS.text}pt; }
footer { margin-top: 2mm; padding-top: 1mm; font-size: ${LETTERS.small}pt; }
@page { size: A4; margin: ${A4.margin - 2}mm ${A4.margin}mm; }
@media print {
  :root { font-size: ${LETTERS.text}pt; }
  .sheet { break-before: page; margin: 0; }
  .sheet:first-child { break-before: auto; }
  .sheet + .sheet { border: 0; padding: 0; }
}
`;

/** The sheets of some teams as one page, each on paper of its own when it is printed. */
export function sheetPage(sheets: readonly SheetContent[], language: Language): string {
  const title = sheets.map(({ heading }) => heading).join(', ');
  const body = html`<main>
${sheets.map(oneSheet)}</main>`;
  return page({ title, language, wide: false, style: STYLE, body }).text;
}

function oneSheet(content: SheetContent): Html {
  const { heading, title, server, network, accounts, access, codes, footer } = content;
  return html`<section class="sheet" aria-label="${heading}">
<header><h1>${heading}</h1><p>${title}</p></header>
<p>${server}</p>
<h2>${network.title}</h2>
<figure>${drawingSvg(network.drawing, network.about)}</figure>
<h2>${accounts.title}</h2>
<p>${accounts.about}</p>
${accounts.contexts.map(
  (context) => html`<h3>${context.title}</h3>
<table>
<thead><tr>${accounts.headings.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${context.rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`)}</tbody>
</table>
`,
)}<h2>${access.title}</h2>
<p>${access.about}</p>
<table class="access"><tbody>
${access.rows.map(([what, typed]) => html`<tr><th scope="row">${what}</th><td><code>${typed}</code></td></tr>\n`)}</tbody></table>
<h2>${codes.title}</h2>
<p>${codes.about}</p>
<ul class="codes">
${codes.codes.map(({ number, uri, code }) => html`<li>${codeSvg(code, uri)}<strong>${number}</strong>${uri}</li>\n`)}</ul>
<footer>${footer}</footer>
</section>
`;
}

function cell(words: string, column: number): Html {
  return TYPED_COLUMNS.includes(column)
    ? html`<td><code>${words}</code></td>`
    : html`<td>${words}</td>`;
}
