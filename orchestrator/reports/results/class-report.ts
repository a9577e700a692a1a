import { catalogue } from '../../i18n/language.ts';
import { questionState } from '../../model/marking/question-state.ts';
import type { ReportInput } from '../report.ts';
import { textTable } from '../text-table.ts';
import { identicalLines } from './identical-lines.ts';
import { whose } from './whose.ts';

/** The class in the terminal: a row a hand-in, a column a question, and files that are the same. */
export function classReport({ results, language, identical }: ReportInput): string {
  const { report, seconds } = catalogue(language).phrases;
  const { table } = report;
  const ids = [...new Set(results.flatMap(({ questions }) => questions.map(({ id }) => id)))];
  const rows = results.map((result) => [
    whose(result, language),
    ...ids.map((id) => {
      const question = result.questions.find((one) => one.id === id);
      if (question === undefined) return '';
      return questionState(result, question) === 'open' ? '?' : report.number(question.points);
    }),
    report.points(result.points, result.max),
    seconds(result.ms / 1000),
  ]);
  const lines = identicalLines(identical ?? [], language);
  const same = lines.length === 0 ? [] : ['', table.identical, ...lines.map((line) => `  ${line}`)];
  const heading = [table.team, ...ids, table.mark, table.duration];
  return [table.heading, textTable(heading, rows), ...same].join('\n');
}
