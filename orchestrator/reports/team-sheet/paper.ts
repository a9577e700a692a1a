import { jsPDF } from 'jspdf';
import { A4, CONTENT_WIDTH, LETTERS, POINT } from './a4.ts';
import type { Drawing } from './network-drawing.ts';
import type { QrCode } from './qr-code.ts';

/** How words look: the fonts that every PDF reader has. */
export interface Look {
  readonly letters?: number;
  readonly bold?: boolean;
  /** Letters all of a width, which nobody takes for each other. */
  readonly typed?: boolean;
  readonly side?: 'left' | 'middle' | 'right';
}

/** Where something stands, in mm from the upper left corner of the page. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Pages that are written from top to bottom. */
export interface Paper {
  /** Where the next thing goes. */
  readonly y: () => number;
  readonly down: (height: number) => void;
  /** Goes on at the top of a new page when less than this is left. */
  readonly need: (height: number) => void;
  readonly newPage: () => void;
  /** Words as the lines that fit into a width. */
  readonly lines: (words: string, width: number, look?: Look) => readonly string[];
  /** Writes one line; `y` is where letters stand on. */
  readonly write: (words: string, spot: Spot, look?: Look) => void;
  readonly rule: (from: Spot, to: Spot, width?: number) => void;
  readonly draw: (drawing: Drawing, spot: Spot) => void;
  readonly code: (code: QrCode, spot: Spot, size: number) => void;
  readonly bytes: () => Uint8Array;
  /** Characters that its fonts lack. */
  readonly lacking: () => readonly string[];
}

/** What the standard fonts have, by its code in Unicode: Latin 1 and what Windows 1252 adds to it. */
const PRINTABLE = /[\x20-\x7e\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/u;

const BOTTOM = A4.height - A4.margin;

/** Blank paper; what it is about stands in the file's properties. */
export function blankPaper(about: {
  readonly title: string;
  readonly language: string;
  readonly date: Date;
}): Paper {
  const doc = new jsPDF({ unit: 'mm', format: 'a4', compress: true });
  doc.setProperties({ title: about.title, creator: 'lab' });
  doc.setLanguage(about.language as 'fr');
  doc.setCreationDate(about.date);
  const lacking = new Set<string>();
  let y: number = A4.margin;
  const newPage = () => {
    doc.addPage();
    y = A4.margin;
  };
  const printable = (words: string) =>
    [...words]
      .map((character) => {
        if (PRINTABLE.test(character)) return character;
        lacking.add(character);
        return '?';
      })
      .join('');
  const take = ({ letters = LETTERS.text, bold = false, typed = false }: Look) => {
    doc.setFont(typed ? 'courier' : 'helvetica', bold ? 'bold' : 'normal');
    doc.setFontSize(letters);
  };
  const write: Paper['write'] = (words, spot, look = {}) => {
    take(look);
    const align = ({ left: 'left', middle: 'center', right: 'right' } as const)[
      look.side ?? 'left'
    ];
    doc.text(printable(words), spot.x, spot.y, { align });
  };
  const rule: Paper['rule'] = (from, to, width = 0.2) => {
    doc.setLineWidth(width);
    doc.line(from.x, from.y, to.x, to.y);
  };
  return {
    y: () => y,
    down: (height) => {
      y += height;
    },
    need: (height) => {
      if (y + height > BOTTOM) newPage();
    },
    newPage,
    lines: (words, width, look = {}) => {
      take(look);
      return doc.splitTextToSize(printable(words), width) as readonly string[];
    },
    ...{ write, rule },
    draw: (drawing, spot) => drawShapes(doc, drawing, spot, { write, rule }),
    code: (code, spot, size) => drawCode(doc, code, spot, size),
    bytes: () => new Uint8Array(doc.output('arraybuffer')),
    lacking: () => [...lacking],
  };
}

function drawCode(doc: jsPDF, { size, stretches }: QrCode, spot: Spot, width: number): void {
  const square = width / size;
  for (const { x, y: row, length } of stretches) {
    // A hair more than a square: readers of PDF show white lines between what only touches.
    const place = [spot.x + x * square, spot.y + row * square] as const;
    doc.rect(...place, length * square, square * 1.02, 'F');
  }
}

function drawShapes(
  doc: jsPDF,
  { shapes }: Drawing,
  { x, y }: Spot,
  { write, rule }: Pick<Paper, 'write' | 'rule'>,
): void {
  const moved = (spot: Spot) => ({ x: x + spot.x, y: y + spot.y });
  for (const shape of shapes) {
    if (shape.kind === 'line') rule(moved(shape.from), moved(shape.to), shape.thick ? 0.9 : 0.4);
    else if (shape.kind === 'text') write(shape.words, moved(shape.at), shape);
    else {
      doc.setLineWidth(0.4);
      doc.roundedRect(x + shape.x, y + shape.y, shape.width, shape.height, 1, 1, 'S');
    }
  }
}

/** The height of a line of words, in mm. */
export function lineHeight(letters: number): number {
  return letters * POINT * 1.25;
}

/** Where the left margin ends, and the right one begins. */
export const EDGES = { left: A4.margin, right: A4.margin + CONTENT_WIDTH } as const;
