import type { GradeResult } from '../model/marking/grade-result.ts';
import { ctrf } from './exports/ctrf.ts';
import { frenchCsv } from './exports/french-csv.ts';
import { gradescope } from './exports/gradescope.ts';
import { junit } from './exports/junit.ts';
import { moodleGradebook } from './exports/moodle.ts';
import { moodleWorksheet } from './exports/moodle-worksheet.ts';
import { gradeReport } from './grade-report.ts';
import { classPage } from './pages/class-page.ts';
import { studentPage } from './pages/student-page.ts';
import type { Report, ReportInput } from './report.ts';
import type { ReportName } from './report-names.ts';
import { classReport } from './results/class-report.ts';
import { membersOf } from './results/whose.ts';

/** How one kind of report is made: one of everything, or one for each hand-in. */
export interface ReportFormat {
  /** What its files end with. */
  readonly ending: string;
  /** Marks leave the tool in it: only those that are final may. */
  readonly exportsMarks: boolean;
  readonly needs: 'nothing' | 'class-list' | 'worksheet';
  /** It tells of files that are the same in several hand-ins. */
  readonly compares: boolean;
  /** Recordings can be played in it. */
  readonly plays?: boolean;
  readonly make:
    | { readonly of: 'all'; readonly report: (input: ReportInput) => Report }
    | {
        readonly of: 'each';
        readonly report: (result: GradeResult, input: ReportInput) => Report;
      };
}

const PLAIN = { exportsMarks: false, needs: 'nothing', compares: false } as const;
const MARKS = { exportsMarks: true, needs: 'nothing', compares: false } as const;

/** Every kind of report, in the order in which they are told. */
export const REPORT_FORMATS: Readonly<Record<ReportName, ReportFormat>> = {
  text: { ...PLAIN, ending: 'txt', compares: true, make: { of: 'all', report: terminal } },
  html: {
    ...{ ...PLAIN, plays: true, ending: 'html' },
    make: {
      of: 'each',
      report: (result, { results, classList, language, sounds }) =>
        studentPage(result, membersOf(result, results, classList), { language, sounds }),
    },
  },
  class: { ...PLAIN, ending: 'html', compares: true, make: { of: 'all', report: classPage } },
  csv: { ...MARKS, ending: 'csv', make: { of: 'all', report: frenchCsv } },
  moodle: {
    ...{ ...MARKS, needs: 'class-list', ending: 'csv' },
    make: { of: 'all', report: moodleGradebook },
  },
  'moodle-worksheet': {
    ...{ ...MARKS, needs: 'worksheet', ending: 'csv' },
    make: { of: 'all', report: moodleWorksheet },
  },
  gradescope: {
    ...{ ...MARKS, ending: 'json' },
    make: { of: 'each', report: (result, { language }) => gradescope(result, language) },
  },
  junit: {
    ...{ ...PLAIN, ending: 'xml' },
    make: { of: 'each', report: (result, { language }) => junit(result, language) },
  },
  ctrf: {
    ...{ ...PLAIN, ending: 'json' },
    make: { of: 'each', report: (result, { language }) => ctrf(result, language) },
  },
};

/** What `lab grade` prints, and a table when there are several. */
function terminal(input: ReportInput): Report {
  const { results, language, ungraded } = input;
  const each = results.map((result) => gradeReport(result, language));
  const several = results.length > 1 ? [classReport(input)] : [];
  const text = `${[...each, ...several, ...ungraded].join('\n\n')}\n`;
  return { text, mediaType: 'text/plain; charset=utf-8', remarks: [] };
}
