import type { Language } from '../i18n/catalogue.ts';
import { catalogue } from '../i18n/language.ts';
import type { GradeResult, ResultCheck } from '../model/marking/grade-result.ts';
import type { Verdict } from '../model/marking/verdict.ts';
import { checkLine } from './check/check-line.ts';

/** A mark in the terminal: the points, then each question with what was lost in it and why. */
export function gradeReport(result: GradeResult, language: Language): string {
  const { phrases } = catalogue(language);
  const { team, submission, points, max, checks } = result;
  const who = submission === null ? phrases.team(team) : phrases.grade.submission(submission, team);
  const counted = result.questions.filter((question) => question.max > 0);
  const lines = counted.flatMap(({ id, title, ...sums }) => {
    const own = checks.filter(({ question }) => question === id);
    const heading = `${phrases.grade.lost({ question: id, ...sums })}  ${title[language]}`;
    return [`  ${heading}`, ...own.filter(isTold).flatMap((check) => reason(check, language))];
  });
  const apart = [
    ...(result.notHandedIn.length === 0 ? [] : [phrases.grade.notHandedIn(result.notHandedIn)]),
    ...(result.forTeacher.length === 0 ? [] : [phrases.grade.forTeacher(result.forTeacher)]),
  ].map((line) => `  ${line}`);
  return [phrases.grade.mark({ who, points, max }), ...lines, ...apart].join('\n');
}

/** What was not handed in, or is the teacher's to judge, is told apart from what was wrong. */
function isTold({ verdict, code, max }: ResultCheck): boolean {
  if (code === 'not-handed-in' || code === 'for-the-teacher') return false;
  return verdict !== 'pass' && (max > 0 || verdict !== 'skipped');
}

function reason(check: ResultCheck, language: Language): readonly string[] {
  const { id, verdict, code, params, attempts, causes, feedback } = check;
  const ms = attempts.reduce((sum, attempt) => sum + attempt.ms, 0);
  const told = { check: id, verdict: { verdict, code, params } as Verdict, ms };
  const why =
    causes.length > 0 ? causes.map(({ text }) => text) : [feedback].filter((one) => one !== null);
  return [`    ${checkLine(told, language)}`, ...why.map((text) => `      → ${text[language]}`)];
}
