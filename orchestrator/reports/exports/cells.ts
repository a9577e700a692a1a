import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import { questionState } from '../../model/marking/question-state.ts';
import { rootOf } from '../../model/marking/root-of.ts';
import { happened, placed, reasonsOf } from '../results/why.ts';

/** What a spreadsheet would take for a formula gets an apostrophe, as Moodle's own exports have it. */
export function guarded(text: string): string {
  return /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/u.test(text) ? `'${text}` : text;
}

/** A mark as Moodle takes it in any language: with a point. */
export function pointed(points: number): string {
  return points.toFixed(2);
}

/**
 * The questions of a result in one line, each with its points and the first thing that went wrong:
 * `Q1.3 5/5 | Q1.4 0/3: …`. Moodle's reader stumbles over a backslash, and shows markup as markup.
 */
export function remarksOf(result: GradeResult, language: Language): string {
  const { about } = catalogue(language).phrases.report;
  const parts = result.questions.map((question) => {
    const { id, points, max } = question;
    const sums = `${id} ${points}/${max}`;
    if (questionState(result, question) === 'full') return sums;
    const lost = result.checks.filter(
      (check) => check.question === id && check.verdict !== 'pass' && check.max > 0,
    );
    const told = lost.find((check) => rootOf(check) === null) ?? lost[0];
    if (told === undefined) return sums;
    const [reason] = told.code === 'not-handed-in' ? [] : reasonsOf(told, language);
    return about(sums, reason === undefined ? happened(told, language) : placed(reason, language));
  });
  return oneLine(parts.join(' | '));
}

/** The name of the grade item: the lab's title. */
export function itemOf({ title }: GradeResult, language: Language): string {
  return oneLine(title[language]);
}

/** How a student or a hand-in is called in remarks to whoever made the export. */
export function leftOut(
  who: string,
  why: keyof ReturnType<typeof catalogue>['phrases']['report']['remark'],
  language: Language,
): string {
  const { about, remark } = catalogue(language).phrases.report;
  return about(who, remark[why]);
}

/** What is the teacher's to judge counts nothing yet in what is exported: that must be known. */
export function undecided(
  who: string,
  { forTeacher }: GradeResult,
  language: Language,
): readonly string[] {
  const { told } = catalogue(language).phrases.report;
  return forTeacher.length === 0 ? [] : [told.forTeacher(who, forTeacher)];
}

function oneLine(text: string): string {
  return text
    .replaceAll('\\', '/')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
