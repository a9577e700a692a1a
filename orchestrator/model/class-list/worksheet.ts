import { CsvError, parse } from 'csv-parse/sync';
import { bad, ok, type Result } from '../../base/result.ts';
import { type Diagnostic, diagnostic } from '../definition/diagnostic.ts';
import type { ClassList, Student } from './class-list.ts';
import { plainWords } from './plain-words.ts';

/** What a column of Moodle's offline grading worksheet tells. */
export type WorksheetColumn =
  | 'identifier'
  | 'name'
  | 'email'
  | 'id'
  | 'username'
  | 'grade'
  | 'maximum'
  | 'changeable'
  | 'feedback';

/** How Moodle heads each column, in French and English, in plain words. */
const HEADINGS: Readonly<Record<WorksheetColumn, readonly string[]>> = {
  identifier: ['identifier', 'identifiant'],
  name: ['full name', 'nom complet'],
  email: ['email address', 'adresse de courriel', 'adresse e mail'],
  id: ['id number', 'numero d identification'],
  username: ['username', 'nom d utilisateur'],
  grade: ['grade', 'note'],
  maximum: ['maximum grade', 'note maximale'],
  changeable: ['grade can be changed', 'la note peut etre modifiee'],
  feedback: ['feedback comments', 'feedback par commentaires'],
};

const BOM = '\uFEFF';

/** One row of the worksheet: its cells, and every one as it is written, which together are its text. */
export interface WorksheetRow {
  readonly line: number;
  readonly cells: ReadonlyMap<WorksheetColumn, string>;
  /** The cells with their quotes; null when they don't make up the text: then it must stay alone. */
  readonly written: readonly string[] | null;
  readonly text: string;
}

/** A teacher's offline grading worksheet, in pieces that together are the file, byte by byte. */
export interface Worksheet {
  readonly head: string;
  readonly rows: readonly WorksheetRow[];
  /** Where the two columns stand that are filled. */
  readonly grade: number;
  readonly feedback: number;
}

interface RawRecord {
  readonly record: readonly { readonly value: string; readonly quoting: boolean }[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** Reads the worksheet that Moodle gives for download. One without the needed columns is a problem. */
export function parseWorksheet(text: string, file: string): Result<Worksheet, Diagnostic> {
  const start = { file, line: 1, column: 1 };
  const bom = text.startsWith(BOM) ? BOM : '';
  const body = text.slice(bom.length);
  const records = recordsOf(body, file);
  if (!records.ok) return records;
  const [head, ...others] = records.value;
  const found = head?.record.map(({ value }) => value) ?? [];
  const names = found.map(columnOf);
  const needed: readonly WorksheetColumn[] = ['identifier', 'grade', 'feedback'];
  if (needed.some((column) => !names.includes(column))) {
    return bad([diagnostic(start, 'worksheet-columns', { found })]);
  }
  const pieces = piecesOf(body, records.value);
  if (pieces === null) return bad([diagnostic(start, 'worksheet-broken', { said: 'CR, LF' })]);
  return ok({
    head: bom + (pieces[0] ?? ''),
    rows: others.map((one, index) => rowOf(one, pieces[index + 1] ?? '', names)),
    grade: names.indexOf('grade'),
    feedback: names.indexOf('feedback'),
  });
}

function recordsOf(text: string, file: string): Result<readonly RawRecord[], Diagnostic> {
  try {
    const records = parse(text, {
      ...{ info: true, raw: true, relax_column_count: true, skip_empty_lines: true },
      cast: (value, { quoting }) => ({ value, quoting }),
    }) as unknown as readonly RawRecord[];
    return ok(records);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    const said = error.code.replace(/^CSV_/, '').toLowerCase().replaceAll('_', ' ');
    return bad([diagnostic({ file, line, column: 1 }, 'worksheet-broken', { said })]);
  }
}

/** The text of each record with its line end: the library's own `raw` loses half of a Windows one. */
function piecesOf(text: string, records: readonly RawRecord[]): readonly string[] | null {
  const pieces: string[] = [];
  let at = 0;
  for (const { raw } of records) {
    const own = raw.replace(/^[\r\n]+|[\r\n]+$/g, '');
    if (!text.startsWith(own, at)) return null;
    const ending = /^[\r\n]*/.exec(text.slice(at + own.length))?.[0] ?? '';
    pieces.push(own + ending);
    at += own.length + ending.length;
  }
  return at === text.length ? pieces : null;
}

function rowOf(
  { record, info }: RawRecord,
  text: string,
  names: readonly (WorksheetColumn | null)[],
): WorksheetRow {
  const written = record.map(({ value, quoting }) =>
    quoting ? `"${value.replaceAll('"', '""')}"` : value,
  );
  const cells = new Map(
    names.flatMap((name, index) => (name === null ? [] : [[name, record[index]?.value ?? '']])),
  );
  const bare = text.replace(/[\r\n]+$/, '');
  const whole = written.join(',') === bare && record.length === names.length;
  return { line: info.lines, cells, written: whole ? written : null, text };
}

function columnOf(heading: string): WorksheetColumn | null {
  const words = plainWords(heading).join(' ');
  const columns = Object.keys(HEADINGS) as readonly WorksheetColumn[];
  return columns.find((column) => HEADINGS[column].includes(words)) ?? null;
}

/** The students of a class list that a row of the worksheet may mean, by the surest that it tells. */
export function studentsOfRow(
  { cells }: WorksheetRow,
  { students }: ClassList,
): readonly Student[] {
  const cell = (column: WorksheetColumn) => (cells.get(column) ?? '').trim().toLowerCase();
  const same = (known: string | null, found: string) =>
    known !== null && found !== '' && known.trim().toLowerCase() === found;
  const named = plainWords(cell('name')).toSorted().join(' ');
  const tests: readonly ((student: Student) => boolean)[] = [
    ({ email }) => same(email, cell('email')),
    ({ id }) => same(id, cell('id')),
    ({ username }) => same(username, cell('username')) || same(username, cell('identifier')),
    ({ name }) => named !== '' && plainWords(name).toSorted().join(' ') === named,
  ];
  for (const test of tests) {
    const found = students.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}
