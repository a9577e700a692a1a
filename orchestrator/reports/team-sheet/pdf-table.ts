import { CONTENT_WIDTH, LETTERS } from './a4.ts';
import { EDGES, type Look, lineHeight, type Paper } from './paper.ts';

/** A table on paper: the share of the width that each column has, and which are typed words. */
export interface PaperTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly shares: readonly number[];
  readonly typed: readonly number[];
}

const PADDING = 1.4;
/** Courier looks smaller than it is. */
const TYPED: Look = { typed: true, letters: LETTERS.text + 1 };

/** Writes a table; a row stays on one page, and is as high as its words need. */
export function writeTable(paper: Paper, { headings, rows, shares, typed }: PaperTable): void {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => (share / whole) * CONTENT_WIDTH);
  const small = () => ({ letters: LETTERS.small });
  rule(paper);
  if (headings.length > 0) writeRow(paper, headings, widths, small);
  for (const row of rows) {
    writeRow(paper, row, widths, (column) => (typed.includes(column) ? TYPED : {}));
  }
}

function writeRow(
  paper: Paper,
  row: readonly string[],
  widths: readonly number[],
  lookOf: (column: number) => Look,
): void {
  const cells = row.map((words, column) => {
    const look = lookOf(column);
    return { look, lines: paper.lines(words, (widths[column] ?? 0) - 2 * PADDING, look) };
  });
  const step = lineHeight(LETTERS.text);
  const height = Math.max(...cells.map(({ lines }) => lines.length)) * step + 1;
  paper.need(height);
  let x: number = EDGES.left;
  const y = paper.y();
  for (const [column, { look, lines }] of cells.entries()) {
    paper.rule({ x, y }, { x, y: y + height });
    for (const [index, line] of lines.entries()) {
      paper.write(line, { x: x + PADDING, y: y + (index + 0.85) * step + 0.3 }, look);
    }
    x += widths[column] ?? 0;
  }
  paper.rule({ x: EDGES.right, y }, { x: EDGES.right, y: y + height });
  paper.down(height);
  rule(paper);
}

function rule(paper: Paper): void {
  const y = paper.y();
  paper.rule({ x: EDGES.left, y }, { x: EDGES.right, y });
}
