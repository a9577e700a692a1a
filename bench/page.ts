import { type Climb, POINTS, type Row } from './figures.ts';

/** Where and when the bench ran. */
export interface Circumstances {
  readonly date: string;
  readonly machine: string;
  readonly engine: string;
  readonly compose: string;
  readonly rounds: number;
  /** As often was run what takes most of a minute. */
  readonly fewer: number;
}

/** What stands between what the bench writes and what people write. */
const MARKER = '<!-- Notes: what follows is kept by `npm run bench`. -->';

/** The page for a first run: nobody has written anything yet. */
const NO_NOTES = `${MARKER}\n`;

/** The tables of a run, as they are printed and as they stand on the page. */
export function tables(rows: readonly Row[], climbing: readonly Climb[]): string {
  return [
    ...table(
      ['what', 'median', 'against', 'ratio', 'target', ''],
      rows.map((row) => [
        ...[row.what, row.median, row.against, row.ratio, row.target, row.verdict],
      ]),
    ),
    '',
    'When `up` and its floor reach each point, from Enter on:',
    '',
    ...table(
      ['', ...POINTS.map((point) => point)],
      climbing.map(({ who, points }) => [who, ...points]),
    ),
  ].join('\n');
}

/** The whole page; the notes of the page as it was are kept. */
export function page(
  { date, machine, engine, compose, rounds, fewer }: Circumstances,
  figures: string,
  before: string,
): string {
  const at = before.indexOf(MARKER);
  return `# Performance

Written by \`npm run bench\`, which measures everything in one run on one engine. Medians of ${rounds} runs (gradings and eight teams: ${fewer}), the contestants in turn. Images are built before; a run begins with nothing of the team in the engine.

| when | ${date} |
| ---- | ---- |
| machine | ${machine} |
| engine | ${engine} |
| Compose | ${compose} |

${figures}

Times are of whole commands, from Enter on, start of Node.js included. The floor of \`up\` is a program of its own (\`bench/floor.ts\`) that is told which calls to make, and makes them. Compose gets the same images, addresses, limits and files, and a look at health every second. Memory is what the cgroups of the three containers count, without page cache.

${at === -1 ? NO_NOTES : before.slice(at)}`;
}

function table(
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const all = [heading, heading.map(() => ''), ...rows];
  const widths = heading.map((_, column) =>
    Math.max(3, ...all.map((cells) => (cells[column] ?? '').length)),
  );
  return all.map((cells, index) => {
    const fill = index === 1 ? '-' : ' ';
    return `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  });
}
