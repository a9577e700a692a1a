/** Somebody with a line of life in a ladder. */
export interface LadderColumn {
  readonly name: string;
  readonly address: string;
}

/** One arrow between two columns (by index), and what stands beside it. */
export interface LadderArrow {
  /** Seconds. */
  readonly time: number;
  readonly from: number;
  readonly to: number;
  /** Many packets, not one. */
  readonly thick: boolean;
  readonly words: string;
}

const TIME_WIDTH = 10;
const LEAST_WIDTH = 14;

/** Draws columns and the arrows between them, a line each: heading first. */
export function ladderLines(
  columns: readonly LadderColumn[],
  arrows: readonly LadderArrow[],
): readonly string[] {
  const lengths = columns.flatMap(({ name, address }) => [name.length, address.length]);
  const width = Math.max(LEAST_WIDTH, ...lengths.map((length) => length + 2));
  const heading = (text: (column: LadderColumn) => string) =>
    `${' '.repeat(TIME_WIDTH)}${columns.map((column) => centred(text(column), width)).join('')}`;
  const named = columns.some(({ name, address }) => name !== address);
  return [
    ...(named ? [heading(({ name }) => name)] : []),
    heading(({ address }) => address),
    ...arrows.map((arrow) => arrowLine(arrow, columns.length, width)),
  ].map((line) => line.trimEnd());
}

/** Around the place of the line of life, which is left of the middle where there are two. */
function centred(text: string, width: number): string {
  const before = Math.max(0, lifeAt(width) - Math.floor(text.length / 2));
  return `${' '.repeat(before)}${text}`.padEnd(width);
}

function lifeAt(width: number): number {
  return Math.floor((width - 1) / 2);
}

function arrowLine(arrow: LadderArrow, columns: number, width: number): string {
  const cells: string[] = Array.from({ length: columns * width }, () => ' ');
  const place = (column: number) => column * width + lifeAt(width);
  const [start, end] = [place(arrow.from), place(arrow.to)];
  const [left, right] = [Math.min(start, end), Math.max(start, end)];
  cells.fill(arrow.thick ? '═' : '─', left, right);
  for (let column = 0; column < columns; column += 1) {
    const at = place(column);
    // An arrow passes over whoever it is not for.
    if (at <= left || at >= right) cells[at] = '│';
  }
  if (start === end) cells[start + 1] = '↺';
  else cells[start < end ? end - 1 : end + 1] = start < end ? '►' : '◄';
  const time = arrow.time.toFixed(3).padStart(TIME_WIDTH - 1);
  return `${time} ${cells.join('')}  ${arrow.words}`;
}
