import { labError } from '../../../base/lab-error.ts';
import { catalogue } from '../../../i18n/language.ts';
import type { GradeResult } from '../../../model/marking/grade-result.ts';
import { isSettled } from '../../../model/marking/open-checks.ts';
import { REPORT_FORMATS } from '../../../reports/formats.ts';
import type { Report, ReportInput } from '../../../reports/report.ts';
import { REPORT_NAMES, type ReportName } from '../../../reports/report-names.ts';
import { whose } from '../../../reports/results/whose.ts';

/** A report, and what its file is called. */
export interface MadeReport {
  readonly file: string;
  readonly report: Report;
}

/** Makes every document of a format: one, or one for each hand-in. */
export function madeReports(name: ReportName, input: ReportInput): readonly MadeReport[] {
  const { make, ending, exportsMarks } = REPORT_FORMATS[name];
  if (make.of === 'all') return [{ file: `${name}.${ending}`, report: make.report(input) }];
  const { results } = input;
  const wanted = exportsMarks ? results.filter(isSettled) : results;
  return wanted.map((result) => ({
    file: `${fileName(result, results)}.${ending}`,
    report: make.report(result, input),
  }));
}

/** `team-3`, or where a team has several hand-ins the name of what was kept of this one. */
function fileName({ team, kept, submission }: GradeResult, all: readonly GradeResult[]): string {
  if (all.filter((one) => one.team === team).length === 1) return `team-${team}`;
  return [kept, ...(submission === null ? [] : [submission])]
    .join('-')
    .replace(/[^\p{L}\p{N}._-]/gu, '_')
    .replace(/^\.+/, '');
}

/** The format that was asked for; what is none is an `option-value-wrong` error. */
export function askedFormat(found: string | undefined): ReportName {
  if (found === undefined) return 'text';
  const name = REPORT_NAMES.find((one) => one === found);
  if (name !== undefined) return name;
  throw labError('option-value-wrong', {
    option: '--format',
    found,
    allowed: REPORT_NAMES.join(', '),
  });
}

/** Whose marks were kept back from an export, in words. */
export function keptBack(name: ReportName, { results, language }: ReportInput): readonly string[] {
  if (!REPORT_FORMATS[name].exportsMarks) return [];
  const { about, remark } = catalogue(language).phrases.report;
  return results
    .filter((result) => !isSettled(result))
    .map((result) => about(whose(result, language), remark['mark-open']));
}
