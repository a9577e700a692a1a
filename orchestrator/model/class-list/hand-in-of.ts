import type { ClassList, Student } from './class-list.ts';
import { findStudents } from './find-students.ts';

/** The hand-in that counts for a student, or why none does. */
export type StudentsHandIn<H> =
  | { readonly ok: true; readonly handIn: H }
  | { readonly ok: false; readonly why: 'team-ungraded' | 'team-several' };

/** Finds what counts for a student: a hand-in of the own name, else the only one of the team. */
export function handInOf<H extends { readonly team: number; readonly submission: string | null }>(
  student: Student,
  handIns: readonly H[],
  list: ClassList,
): StudentsHandIn<H> {
  const ofTeam = handIns.filter(({ team }) => team === student.team);
  const [first, second] = ofTeam;
  if (first === undefined) return { ok: false, why: 'team-ungraded' };
  if (second === undefined) return { ok: true, handIn: first };
  const named = ofTeam.filter(({ submission }) =>
    submission === null ? false : findStudents(list, submission).includes(student),
  );
  const [own, another] = named;
  if (own === undefined || another !== undefined) return { ok: false, why: 'team-several' };
  return { ok: true, handIn: own };
}
