import type { StationPlan, TeamPlan } from '../../model/numbering/team-plan.ts';
import { CONTENT_WIDTH, POINT } from './a4.ts';

/** What a drawing is made of; places in mm, letters in points. */
export type Shape =
  | ({ readonly kind: 'box'; readonly x: number; readonly y: number } & Size)
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point; readonly thick: boolean }
  | ({ readonly kind: 'text'; readonly words: string } & Lettering);

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Lettering {
  readonly at: Point;
  readonly letters: number;
  readonly bold: boolean;
  /** Where the words are from their place on. */
  readonly side: 'left' | 'middle';
}

/** A picture that any view can draw. */
export interface Drawing extends Size {
  readonly shapes: readonly Shape[];
}

const SERVER: Size = { width: 64, height: 13 };
const STATION: Size = { width: 50, height: 17 };
const IN_A_ROW = 5;
const GAP = 4;
const CABLE = 7;
/** From a cable to the one below. */
const ROW_HEIGHT = CABLE + STATION.height + 6;
const LETTER_SIZE = 8.5;
/** The width of a letter, in its own height; generous, as fonts differ. */
const LETTER_WIDTH = 0.6;

/** A team's network: the server above its cable, the softphones below. */
export function networkDrawing({ network, pbx, stations }: TeamPlan): Drawing {
  const rows = Array.from({ length: Math.ceil(stations.length / IN_A_ROW) }, (_, row) =>
    stations.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
  );
  const middle = CONTENT_WIDTH / 2;
  const top = SERVER.height + CABLE;
  const cableAt = (row: number) => top + row * ROW_HEIGHT;
  const box = { ...SERVER, x: middle - SERVER.width / 2, y: 0 };
  const last = Math.max(0, rows.length - 1);
  return {
    width: CONTENT_WIDTH,
    height: top + (rows.length === 0 ? 2 : CABLE + STATION.height + last * ROW_HEIGHT) + 0.5,
    shapes: [
      ...labelled(box, [pbx.hostName, pbx.address]),
      line({ x: middle, y: SERVER.height }, { x: middle, y: top }),
      text(network.subnet, { x: 1, y: top - 2 }, { bold: true, side: 'left' }),
      line({ x: 0, y: top }, { x: 0, y: cableAt(last) }, true),
      ...(rows.length === 0 ? [line({ x: 0, y: top }, { x: CONTENT_WIDTH, y: top }, true)] : []),
      ...rows.flatMap((row, index) => stationRow(row, cableAt(index))),
    ],
  };
}

function stationRow(row: readonly StationPlan[], cable: number): readonly Shape[] {
  const room = CONTENT_WIDTH / row.length;
  const width = Math.min(STATION.width, room - GAP);
  return [
    line({ x: 0, y: cable }, { x: CONTENT_WIDTH, y: cable }, true),
    ...row.flatMap(({ hostName, address, lines }, index) => {
      const x = (index + 0.5) * room;
      const box = { width, height: STATION.height, x: x - width / 2, y: cable + CABLE };
      const numbers = lines.map(({ extension }) => extension);
      return [
        line({ x, y: cable }, { x, y: cable + CABLE }),
        ...labelled(box, [hostName, address, fitting(numbers, width)]),
      ];
    }),
  ];
}

/** A box with lines of words in it, the first one bold, all of a size that fits. */
function labelled(box: Point & Size, words: readonly string[]): readonly Shape[] {
  const longest = Math.max(...words.map(({ length }) => length));
  const letters = Math.min(LETTER_SIZE, (box.width - 3) / (longest * LETTER_WIDTH * POINT));
  const step = box.height / (words.length + 0.4);
  const x = box.x + box.width / 2;
  return [
    { kind: 'box', ...box },
    ...words.map((word, index) => {
      const at = { x, y: box.y + (index + 0.95) * step };
      return text(word, at, { letters, bold: index === 0, side: 'middle' });
    }),
  ];
}

/** As many numbers as stand side by side in a box. */
function fitting(numbers: readonly string[], width: number): string {
  const most = Math.floor((width - 3) / (LETTER_SIZE * 0.8 * LETTER_WIDTH * POINT));
  const all = numbers.join(' · ');
  if (all.length <= most) return all;
  const cut = all.slice(0, Math.max(0, most - 1));
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(' ')))} …`;
}

function line(from: Point, to: Point, thick = false): Shape {
  return { kind: 'line', from, to, thick };
}

function text(words: string, at: Point, look: Partial<Lettering>): Shape {
  return { kind: 'text', words, at, letters: LETTER_SIZE, bold: false, side: 'middle', ...look };
}
