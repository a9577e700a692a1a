import type { Outcome } from '../../base/problems/verdicts.ts';
import type { Language } from '../../i18n/catalogue.ts';
import type { Attempt, GradeResult, ResultCheck } from '../../model/marking/grade-result.ts';
import type { Report } from '../report.ts';
import { checkText, timeOf } from './check-text.ts';

const STATUS: Readonly<Record<Outcome, 'passed' | 'failed' | 'skipped' | 'other'>> = {
  ...{ pass: 'passed', partial: 'failed', fail: 'failed', timeout: 'failed' },
  ...{ skipped: 'skipped', inconclusive: 'other' },
};

/** A result in the Common Test Report Format: a test for each check, with its tries. */
export function ctrf(result: GradeResult, language: Language): Report {
  const { date, ms, checks, lab, team, points, max } = result;
  const start = Date.parse(date);
  const tests = checks.map((check) => testOf(check, result, language));
  const counted = (status: string) => tests.filter((test) => test.status === status).length;
  const document = {
    ...{ reportFormat: 'CTRF', specVersion: '0.0.0', timestamp: date, generatedBy: 'lab' },
    results: {
      tool: { name: 'lab' },
      summary: {
        ...{ tests: tests.length, passed: counted('passed'), failed: counted('failed') },
        ...{ skipped: counted('skipped'), pending: 0, other: counted('other') },
        flaky: tests.filter(({ flaky }) => flaky).length,
        ...{ start, stop: start + Math.round(ms), duration: Math.round(ms) },
      },
      tests,
      extra: { lab, team, points, max },
    },
  };
  return {
    text: `${JSON.stringify(document, null, 2)}\n`,
    mediaType: 'application/json',
    remarks: [],
  };
}

function testOf(check: ResultCheck, result: GradeResult, language: Language) {
  const { id, question, title, verdict, points, max, root, attempts, disagreed } = check;
  const again = attempts.slice(0, -1);
  return {
    name: id,
    status: STATUS[verdict],
    duration: Math.round(timeOf(check)),
    suite: [question ?? result.lab],
    message: checkText(check, result, language),
    rawStatus: verdict,
    flaky: disagreed && verdict === 'pass',
    retries: again.length,
    ...(again.length === 0 ? {} : { retryAttempts: again.map(retryOf) }),
    extra: { title: title[language], points, max, root },
  };
}

function retryOf({ verdict, ms, replaced, code }: Attempt, index: number) {
  const duration = Math.round(ms);
  return { attempt: index + 1, status: STATUS[verdict], duration, extra: { code, replaced } };
}
