import type { Language } from '../i18n/catalogue.ts';
import { catalogue } from '../i18n/language.ts';
import type { GradeResult, ResultCheck } from '../model/marking/grade-result.ts';
import type { Verdict } from '../model/marking/verdict.ts';
import { checkLines } from './check-line.ts';

/** A mark in the terminal: the points, then each question with what was lost in it and why. */
export function gradeReport(result: GradeResult, language: Language): string {
  const { phrases } = catalogue(language);
  const { team, submission, points, max, checks } = result;
  const who = submission === null ? phrases.team(team) : phrases.grade.submission(submission, team);
  const questions = [...new Set(checks.flatMap(({ question }) => question ?? []))];
  const lines = questions.flatMap((question) => {
    const own = checks.filter((check) => check.question === question);
    const sum = (key: 'points' | 'max') => own.reduce((total, check) => total + check[key], 0);
    const heading = phrases.grade.lost({ question, points: sum('points'), max: sum('max') });
    return [`  ${heading}`, ...own.filter(isTold).flatMap((check) => reason(check, language))];
  });
  return [phrases.grade.mark({ who, points, max }), ...lines].join('\n');
}

function isTold({ verdict, max }: ResultCheck): boolean {
  return verdict !== 'pass' && (max > 0 || verdict !== 'skipped');
}

function reason(check: ResultCheck, language: Language): readonly string[] {
  const { id, verdict, code, params, attempts } = check;
  const ms = attempts.reduce((sum, attempt) => sum + attempt.ms, 0);
  const told = { check: id, verdict: { verdict, code, params } as Verdict, ms };
  return checkLines(told, language).map((line) => `    ${line}`);
}
