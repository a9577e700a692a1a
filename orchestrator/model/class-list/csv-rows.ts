import { CsvError, parse } from 'csv-parse/sync';
import { bad, ok, type Result } from '../../base/result.ts';
import { type Diagnostic, diagnostic } from '../definition/diagnostic.ts';

/** One row of a table, and where each of its cells begins. Lines and columns count from 1. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly columns: readonly number[];
}

const DELIMITERS = [';', ',', '\t'] as const;

/** What the CSV library gives for a record when it is asked where it stood. */
interface RawRecord {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** Splits a CSV into rows; what separates its cells is seen from the first line. Empty rows are left out. */
export function csvRows(text: string, file: string): Result<readonly CsvRow[], Diagnostic> {
  const delimiter = delimiterOf(text);
  try {
    const records = parse(text, {
      ...{ bom: true, delimiter, info: true, raw: true, trim: true },
      ...{
        relax_column_count: true,
        skip_empty_lines: true,
        record_delimiter: ['\r\n', '\n', '\r'],
      },
    }) as unknown as readonly RawRecord[];
    return ok(
      records.map((one) => rowOf(one, delimiter)).filter(({ cells }) => cells.some(isSaid)),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    const said = error.code.replace(/^CSV_/, '').toLowerCase().replaceAll('_', ' ');
    return bad([diagnostic({ file, line, column: 1 }, 'class-list-broken', { said })]);
  }
}

/** The separator that the first line has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/).filter(isSaid);
  const bare = first.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

function rowOf({ record, raw, info }: RawRecord, delimiter: string): CsvRow {
  const written = raw.replace(/^[\r\n\uFEFF]+/, '');
  // The library counts lines when a record is through; quoted cells may hold line ends.
  const within = written.trimEnd().split(/\r\n|\n|\r/).length - 1;
  return {
    cells: record,
    line: Math.max(1, info.lines - within),
    columns: startsOf(written, delimiter),
  };
}

/** Where the cells of a written row begin: behind each separator that no quotes enclose. */
function startsOf(written: string, delimiter: string): readonly number[] {
  const starts = [1];
  let quoted = false;
  for (const [index, character] of [...written].entries()) {
    if (character === '"') quoted = !quoted;
    if (character === delimiter && !quoted) starts.push(index + 2);
  }
  return starts;
}

function isSaid(text: string): boolean {
  return text.trim() !== '';
}
