import type { Failure } from '../../base/lab-error.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import { adviceFor } from '../problem-text.ts';
import { textTable } from '../text-table.ts';

/** How many of how many. */
export interface Share {
  readonly some: number;
  readonly all: number;
}

/** What became of one team of several, in a row. What a verb has nothing to say of is left out. */
export interface ClassRow {
  /** Null: nobody knows whose it is. */
  readonly team: number | null;
  readonly handIn?: string | undefined;
  /** Null: it was not even begun. */
  readonly ms: number | null;
  readonly mark?: string | undefined;
  readonly state?: string | undefined;
  readonly lines?: Share | undefined;
  readonly checks?: Share | undefined;
  readonly remark?: string | undefined;
}

/** Several teams, a row each; columns that would be empty are left out. */
export function classSummary(
  rows: readonly ClassRow[],
  language: Language,
  width = Number.POSITIVE_INFINITY,
): string {
  const { phrases } = catalogue(language);
  const { headings, of } = phrases.class;
  const share = (found: Share | undefined) =>
    found === undefined ? '' : of(found.some, found.all);
  const time = (ms: number | null) => (ms === null ? '' : phrases.seconds(ms / 1000));
  const columns = [
    { heading: headings.team, cells: rows.map(({ team }) => (team === null ? '' : String(team))) },
    { heading: headings.handIn, cells: rows.map(({ handIn = '' }) => handIn) },
    { heading: headings.mark, cells: rows.map(({ mark = '' }) => mark) },
    { heading: headings.state, cells: rows.map(({ state = '' }) => state) },
    { heading: headings.lines, cells: rows.map(({ lines }) => share(lines)) },
    { heading: headings.checks, cells: rows.map(({ checks }) => share(checks)) },
    { heading: headings.time, cells: rows.map(({ ms }) => time(ms)) },
    { heading: headings.remark, cells: rows.map(({ remark = '' }) => remark) },
  ].filter(({ cells }) => cells.some((cell) => cell !== ''));
  const table = textTable(
    columns.map(({ heading }) => heading),
    rows.map((_, index) => columns.map(({ cells }) => cells[index] ?? '')),
  );
  return table
    .split('\n')
    .map((line) => shortened(line, width))
    .join('\n');
}

/** What kept a verb from a team, in a few words. */
export function failureWords(failure: Failure, language: Language): string {
  if (failure.code === 'fault') return catalogue(language).phrases.class.fault;
  const [first = ''] = adviceFor(failure, language).what.split('\n');
  return first;
}

/** As much of a line as fits. */
function shortened(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, Math.max(0, width - 1))}…`;
}
