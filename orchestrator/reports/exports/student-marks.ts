import type { ClassList, Student } from '../../model/class-list/class-list.ts';
import { handInOf } from '../../model/class-list/hand-in-of.ts';
import type { GradeResult } from '../../model/marking/grade-result.ts';
import { isSettled } from '../../model/marking/open-checks.ts';
import type { ReportInput } from '../report.ts';

/** A student with the result whose mark is theirs, or why no mark is. */
export type StudentMark =
  | { readonly student: Student; readonly ok: true; readonly result: GradeResult }
  | {
      readonly student: Student;
      readonly ok: false;
      readonly why: 'team-ungraded' | 'team-several' | 'mark-open';
    };

/** The mark of one student of a list. */
export function studentMark(
  student: Student,
  results: readonly GradeResult[],
  list: ClassList,
): StudentMark {
  const found = handInOf(student, results, list);
  if (!found.ok) return { student, ...found };
  const result = found.handIn;
  return isSettled(result)
    ? { student, ok: true, result }
    : { student, ok: false, why: 'mark-open' };
}

/** The mark of every student of the class list, in its order. */
export function studentMarks({ results, classList }: ReportInput): readonly StudentMark[] {
  if (classList === null) return [];
  return classList.students.map((student) => studentMark(student, results, classList));
}
