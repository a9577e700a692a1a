import { bad, ok, type Result } from '../../base/result.ts';
import {
  type Diagnostic,
  diagnostic,
  inReadingOrder,
  type Place,
} from '../definition/diagnostic.ts';
import { printable } from '../definition/text/printable.ts';
import type { ClassList, Student } from './class-list.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';
import { type Column, columnsOf } from './headings.ts';
import { plainWords } from './plain-words.ts';

/** `3`, `Équipe 3`, `team-03`: one number from 1 to 8. */
const TEAM = /^[^\d]*0*([1-8])[^\d]*$/;
const WHO: readonly Column[] = ['name', 'firstName', 'lastName', 'email', 'username', 'id'];

/** Reads a class list: a CSV with a row of headings. Else everything that is wrong, in reading order. */
export function parseClassList(text: string, file: string): Result<ClassList, Diagnostic> {
  const rows = csvRows(text, file);
  if (!rows.ok) return rows;
  const [headings, ...body] = rows.value;
  const top = { file, line: headings?.line ?? 1, column: 1 };
  if (headings === undefined || body.length === 0)
    return bad([diagnostic(top, 'class-list-empty', {})]);
  const columns = columnsOf(headings.cells);
  const found = headings.cells.map(printable);
  if (!columns.has('team')) return bad([diagnostic(top, 'class-list-no-teams', { found })]);
  if (!WHO.some((column) => columns.has(column))) {
    return bad([diagnostic(top, 'class-list-no-names', { found })]);
  }
  const read = body.map((row) => readRow(row, columns, file));
  const problems = [...read.flatMap((one) => one.problems), ...repeats(read)];
  if (problems.length > 0) return bad(inReadingOrder(problems));
  return ok({ students: read.map(({ student }) => student) });
}

interface ReadRow {
  readonly student: Student;
  readonly place: Place;
  readonly problems: readonly Diagnostic[];
}

function readRow(
  { cells, line, columns: starts }: CsvRow,
  columns: ReadonlyMap<Column, number>,
  file: string,
): ReadRow {
  const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? '';
  const said = (column: Column) => (cell(column) === '' ? null : cell(column).normalize('NFC'));
  const place = { file, line, column: 1 };
  const { name, firstName, lastName } = namesOf(said);
  const whole = name ?? said('email') ?? said('username') ?? said('id');
  const [, digit] = TEAM.exec(cell('team')) ?? [];
  const problems: Diagnostic[] = [];
  if (whole === null) problems.push(diagnostic(place, 'class-list-nobody', {}));
  if (digit === undefined) {
    const at = { ...place, column: starts[columns.get('team') ?? 0] ?? 1 };
    const facts = { student: printable(whole ?? ''), found: printable(cell('team')) };
    problems.push(diagnostic(at, 'class-list-team-wrong', facts));
  }
  const { email, username, id } = {
    email: said('email'),
    username: said('username'),
    id: said('id'),
  };
  const student = {
    name: whole ?? '',
    firstName,
    lastName,
    email,
    username,
    id,
    team: Number(digit),
  };
  return { student, place, problems };
}

/** A column `Nom` beside a column `Prénom` is the last name; alone it is the whole one. */
function namesOf(said: (column: Column) => string | null) {
  const firstName = said('firstName');
  const lastName = said('lastName') ?? (firstName === null ? null : said('name'));
  const parts = [firstName, lastName].filter((part) => part !== null);
  const name = parts.length > 0 ? parts.join(' ') : said('name');
  return { name, firstName, lastName };
}

/** Students that stand there twice: whoever imports marks would refuse the second. */
function repeats(rows: readonly ReadRow[]): readonly Diagnostic[] {
  const lines = new Map<string, number>();
  return rows.flatMap(({ student, place }) => {
    const key = keyOf(student);
    const first = lines.get(key);
    if (first === undefined) lines.set(key, place.line);
    if (first === undefined || student.name === '') return [];
    const facts = { student: printable(student.name), firstLine: first };
    return [diagnostic(place, 'class-list-student-twice', facts)];
  });
}

/** Two students may share a name, never an address or a number. */
function keyOf({ name, email, username, id }: Student): string {
  return email?.toLowerCase() ?? username?.toLowerCase() ?? id ?? plainWords(name).join(' ');
}
