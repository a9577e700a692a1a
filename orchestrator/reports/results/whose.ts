import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { ClassList } from '../../model/class-list/class-list.ts';
import { handInOf } from '../../model/class-list/hand-in-of.ts';
import { printable } from '../../model/definition/text/printable.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';

/** Whose result it is, in one line: the hand-in with its team, or the team. */
export function whose(
  { team, submission }: Pick<GradeResult, 'team' | 'submission'>,
  language: Language,
): string {
  const { phrases } = catalogue(language);
  return submission === null
    ? phrases.team(team)
    : phrases.grade.submission(printable(submission), team);
}

/** The names of the students for whom a result counts, among all results. */
export function membersOf(
  result: GradeResult,
  all: readonly GradeResult[],
  list: ClassList | null,
): readonly string[] {
  if (list === null) return [];
  const own = list.students.filter((student) => {
    const found = handInOf(student, all, list);
    return found.ok && found.handIn === result;
  });
  return own.map(({ name }) => name);
}
