import { stringify } from 'csv-stringify/sync';
import { catalogue } from '../../i18n/language.ts';
import { moodleKey } from '../../model/class-list/moodle-key.ts';
import type { Report, ReportInput } from '../report.ts';
import { guarded, itemOf, leftOut, pointed, remarksOf, undecided } from './cells.ts';
import { studentMarks } from './student-marks.ts';

/**
 * Marks for Moodle's gradebook, a row a student: `Grades > Import > CSV file`. Feedback never goes
 * without its grade: Moodle would take the grade away.
 */
export function moodleGradebook(input: ReportInput): Report {
  const { results, language, classList } = input;
  const { columns, told } = catalogue(language).phrases.report;
  const [first] = results;
  const key = (classList === null ? null : moodleKey(classList)) ?? 'email';
  const item = first === undefined ? '' : itemOf(first, language);
  const marks = studentMarks(input);
  const rows = marks.flatMap((mark) => {
    if (!mark.ok) return [];
    const { student, result } = mark;
    const feedback = guarded(remarksOf(result, language));
    return [[student[key] ?? '', pointed(result.points ?? 0), feedback, String(student.team)]];
  });
  const heading = [columns[key], item, columns.feedback(item), columns.team];
  return {
    text: stringify([heading, ...rows], { quoted: true, record_delimiter: 'unix' }),
    mediaType: 'text/csv; charset=utf-8',
    remarks: [
      ...(first === undefined ? [] : [told.moodleItem(item, first.max)]),
      ...marks.flatMap((mark) => {
        const { name } = mark.student;
        return mark.ok
          ? undecided(name, mark.result, language)
          : [leftOut(name, mark.why, language)];
      }),
    ],
  };
}
