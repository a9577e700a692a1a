import type { Language } from '../../i18n/catalogue.ts';
import { CODE_SIZE, CODES_IN_A_ROW, CONTENT_WIDTH, LETTERS } from './a4.ts';
import { blankPaper, EDGES, type Look, lineHeight, type Paper } from './paper.ts';
import { writeTable } from './pdf-table.ts';
import { type SheetContent, TYPED_COLUMNS } from './sheet-content.ts';

/** A document, and the characters that it could not show. */
export interface PdfDocument {
  readonly bytes: Uint8Array;
  readonly lacking: readonly string[];
}

/** The widths of the columns of accounts, to each other. */
const ACCOUNT_SHARES = [13, 16, 32, 30, 20, 23, 26];

/** The sheets of some teams as one PDF, each on paper of its own. */
export function sheetPdf(
  sheets: readonly SheetContent[],
  language: Language,
  date: Date,
): PdfDocument {
  const title = sheets.map(({ heading }) => heading).join(', ');
  const paper = blankPaper({ title, language, date });
  for (const [index, sheet] of sheets.entries()) {
    if (index > 0) paper.newPage();
    writeSheet(paper, sheet);
  }
  return { bytes: paper.bytes(), lacking: paper.lacking() };
}

function writeSheet(paper: Paper, content: SheetContent): void {
  const { heading, title, server, network, accounts, access, footer } = content;
  paper.down(6);
  paper.write(heading, { x: EDGES.left, y: paper.y() }, { letters: LETTERS.heading, bold: true });
  for (const line of paper.lines(title, CONTENT_WIDTH - 60)) {
    paper.write(line, { x: EDGES.right, y: paper.y() }, { side: 'right' });
    paper.down(lineHeight(LETTERS.text));
  }
  paragraph(paper, server);
  section(paper, network.title, network.drawing.height + 2);
  paper.draw(network.drawing, { x: EDGES.left, y: paper.y() + 1.5 });
  paper.down(network.drawing.height + 1.5);
  section(paper, accounts.title, 30);
  paragraph(paper, accounts.about);
  for (const { title: name, rows } of accounts.contexts) {
    paper.need(20);
    paragraph(paper, name, { bold: true });
    const { headings } = accounts;
    writeTable(paper, { headings, rows, shares: ACCOUNT_SHARES, typed: TYPED_COLUMNS });
    paper.down(1.5);
  }
  section(paper, access.title, 20);
  paragraph(paper, access.about);
  writeTable(paper, { headings: [], rows: access.rows, shares: [45, 55], typed: [1] });
  paper.down(1);
  writeCodes(paper, content);
  paper.need(5);
  paper.down(4);
  paper.write(footer, { x: EDGES.left, y: paper.y() }, { letters: LETTERS.small });
}

/** A heading over a line, on the page of what follows. */
function section(paper: Paper, title: string, follows: number): void {
  paper.need(follows + 9);
  paper.down(6.5);
  paper.write(title, { x: EDGES.left, y: paper.y() }, { letters: LETTERS.section, bold: true });
  paper.down(1.2);
  const y = paper.y();
  paper.rule({ x: EDGES.left, y }, { x: EDGES.right, y }, 0.3);
}

function paragraph(paper: Paper, words: string, look: Look = {}): void {
  const step = lineHeight(LETTERS.text);
  for (const line of paper.lines(words, CONTENT_WIDTH, look)) {
    paper.need(step);
    paper.down(step);
    paper.write(line, { x: EDGES.left, y: paper.y() }, look);
  }
  paper.down(1.3);
}

function writeCodes(paper: Paper, { codes: { title, about, codes } }: SheetContent): void {
  const width = CONTENT_WIDTH / CODES_IN_A_ROW;
  const words = 2 * lineHeight(LETTERS.text);
  const height = CODE_SIZE + words - 2;
  section(paper, title, height + 10);
  paragraph(paper, about);
  for (const [index, { number, uri, code }] of codes.entries()) {
    const column = index % CODES_IN_A_ROW;
    if (column === 0) paper.need(height);
    const x = EDGES.left + (column + 0.5) * width;
    const y = paper.y();
    paper.code(code, { x: x - CODE_SIZE / 2, y: y - 1.5 }, CODE_SIZE);
    const foot = y + CODE_SIZE - 1;
    paper.write(number, { x, y: foot }, { side: 'middle', bold: true });
    const letters = LETTERS.small;
    paper.write(uri, { x, y: foot + lineHeight(letters) }, { side: 'middle', letters });
    if (column === CODES_IN_A_ROW - 1 || index === codes.length - 1) paper.down(height);
  }
}
