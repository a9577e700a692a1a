import { catalogue } from '../../i18n/language.ts';
import type { ExportRemark } from '../../i18n/report-phrases.ts';
import {
  studentsOfRow,
  type Worksheet,
  type WorksheetRow,
} from '../../model/class-list/worksheet.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import type { Report, ReportInput } from '../report.ts';
import { guarded, leftOut, pointed, remarksOf, undecided } from './cells.ts';
import { studentMark } from './student-marks.ts';

interface Filled {
  readonly text: string;
  readonly remarks: readonly string[];
  readonly isFilled: boolean;
}

/** The teacher's own offline worksheet with Grade and Feedback filled; every other byte as it was. */
export function moodleWorksheet(input: ReportInput): Report {
  const { worksheet, language } = input;
  const { told } = catalogue(language).phrases.report;
  const rows = (worksheet?.rows ?? []).map((row) => filled(row, worksheet, input));
  return {
    text: (worksheet?.head ?? '') + rows.map(({ text }) => text).join(''),
    mediaType: 'text/csv; charset=utf-8',
    remarks: [
      ...rows.flatMap(({ remarks }) => remarks),
      told.filled(rows.filter(({ isFilled }) => isFilled).length),
    ],
  };
}

function filled(row: WorksheetRow, worksheet: Worksheet | null, input: ReportInput): Filled {
  const { language } = input;
  const name = row.cells.get('name') ?? '';
  const who = `${row.line} ${name === '' ? (row.cells.get('identifier') ?? '') : name}`;
  const found = markFor(row, input);
  if (typeof found === 'string') {
    return { text: row.text, remarks: [leftOut(who, found, language)], isFilled: false };
  }
  const written = row.written ?? [];
  const grade = pointed(found.points ?? 0);
  const cells = written.map((cell, index) => {
    if (index === worksheet?.grade) return cell.startsWith('"') ? quoted(grade) : grade;
    return index === worksheet?.feedback ? quoted(guarded(remarksOf(found, language))) : cell;
  });
  const ending = row.text.slice(written.join(',').length);
  const before = Number((row.cells.get('grade') ?? '').replace(',', '.'));
  const replaced = before > 0 && before !== found.points;
  return {
    text: cells.join(',') + ending,
    remarks: [
      ...(replaced ? [leftOut(who, 'grade-replaced', language)] : []),
      ...undecided(who, found, language),
    ],
    isFilled: true,
  };
}

/** The result whose mark belongs in a row, or why none does. */
function markFor(
  row: WorksheetRow,
  { results, classList }: ReportInput,
): GradeResult | ExportRemark {
  if (row.written === null) return 'row-unreadable';
  if (classList === null) return 'student-unknown';
  const [student, another] = studentsOfRow(row, classList);
  if (student === undefined) return 'student-unknown';
  if (another !== undefined) return 'student-ambiguous';
  const found = studentMark(student, results, classList);
  if (!found.ok) return found.why;
  if (/^(?:no|non)$/i.test((row.cells.get('changeable') ?? '').trim())) return 'grade-locked';
  const maximum = row.cells.get('maximum') ?? '';
  const differs = maximum !== '' && Number(maximum.replace(',', '.')) !== found.result.max;
  return differs ? 'maximum-differs' : found.result;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
