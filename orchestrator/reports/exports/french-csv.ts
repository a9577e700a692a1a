import { stringify } from 'csv-stringify/sync';
import { catalogue } from '../../i18n/language.ts';
import type { Student } from '../../model/class-list/class-list.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import { isSettled } from '../../model/marking/open-checks.ts';
import type { Report, ReportInput } from '../report.ts';
import { whose } from '../results/whose.ts';
import { guarded, leftOut, remarksOf, undecided } from './cells.ts';
import { studentMarks } from './student-marks.ts';

/** A row of the table: a hand-in, and with a class list one of the students whose it is. */
interface Entry {
  readonly result: GradeResult;
  readonly student: Student | null;
}

/** Marks as French spreadsheets open them: `;` between cells, a comma in numbers, a byte order mark. */
export function frenchCsv(input: ReportInput): Report {
  const { results, language, classList } = input;
  const { columns } = catalogue(language).phrases.report;
  const ids = [...new Set(results.flatMap(({ questions }) => questions.map(({ id }) => id)))];
  const people = classList === null ? [] : [columns.lastName, columns.firstName];
  const marks = studentMarks(input);
  const settled = results.filter(isSettled);
  const entries: readonly Entry[] =
    classList === null
      ? settled.map((result) => ({ result, student: null }))
      : marks.flatMap((mark) => (mark.ok ? [mark] : []));
  const heading = [
    ...[columns.team, columns.submission, ...people, columns.mark, columns.outOf],
    ...[...ids, columns.remarks],
  ];
  const rows = entries.map((entry) => rowOf(entry, ids, input));
  return {
    text: stringify([heading, ...rows], {
      ...{ bom: true, delimiter: ';', record_delimiter: 'windows' },
    }),
    mediaType: 'text/csv; charset=utf-8',
    remarks: [
      ...marks.flatMap((mark) => (mark.ok ? [] : [leftOut(mark.student.name, mark.why, language)])),
      ...settled.flatMap((result) => undecided(whose(result, language), result, language)),
    ],
  };
}

function rowOf(
  { result, student }: Entry,
  ids: readonly string[],
  { language }: ReportInput,
): readonly string[] {
  const { team, submission, points, max, questions } = result;
  const names = student === null ? [] : [student.lastName ?? student.name, student.firstName ?? ''];
  return [
    ...[String(team), guarded(submission ?? ''), ...names.map(guarded)],
    ...[withComma(points), withComma(max)],
    ...ids.map((id) => withComma(questions.find((one) => one.id === id)?.points ?? null)),
    guarded(remarksOf(result, language)),
  ];
}

function withComma(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',');
}
