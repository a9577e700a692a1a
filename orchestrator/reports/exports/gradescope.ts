import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { GradeResult, ResultCheck } from '../../model/marking/grade-result.ts';
import type { Report } from '../report.ts';
import { whose } from '../results/whose.ts';
import { undecided } from './cells.ts';
import { checkText } from './check-text.ts';

/** `results.json` of a Gradescope autograder: a test for each check. */
export function gradescope(result: GradeResult, language: Language): Report {
  const { page } = catalogue(language).phrases.report;
  const { points, ms, checks, title, lab, team, files, final } = result;
  const notices = [
    ...(final ? [] : [page.unfinished]),
    ...(points === null ? [page.provisional] : []),
  ];
  const document = {
    ...(points === null ? {} : { score: points }),
    execution_time: Math.round(ms) / 1000,
    output: [title[language], ...notices].join('\n'),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    stdout_visibility: 'hidden',
    extra_data: { lab, team, files },
    tests: checks.map((check) => testOf(check, result, language)),
  };
  return {
    text: `${JSON.stringify(document, null, 2)}\n`,
    mediaType: 'application/json',
    remarks: undecided(whose(result, language), result, language),
  };
}

/** A check that could not be told has no score: a zero there would be a lost mark. */
function testOf(check: ResultCheck, result: GradeResult, language: Language) {
  const { id, question, title, verdict, points, max, root, decided } = check;
  const scored = verdict !== 'inconclusive' || decided !== null;
  return {
    ...(scored ? { score: points, max_score: max } : {}),
    status: verdict === 'pass' ? 'passed' : 'failed',
    name: title[language],
    ...(question === null ? {} : { number: question.replace(/^\D+/, '') }),
    output: checkText(check, result, language),
    tags: [id],
    visibility: 'visible',
    extra_data: { check: id, state: verdict, root },
  };
}
