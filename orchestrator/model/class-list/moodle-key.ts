import type { ClassList, Student } from './class-list.ts';

/** What Moodle can know a student by, the surest first. */
export type MoodleKey = 'email' | 'username' | 'id';

const KEYS: readonly MoodleKey[] = ['email', 'username', 'id'];

/** The one that the list tells of every student; null: none, and then nobody can be sent to Moodle. */
export function moodleKey({ students }: ClassList): MoodleKey | null {
  return KEYS.find((key) => students.every((student) => isSaid(student, key))) ?? null;
}

/** The students of whom the list doesn't tell it. */
export function studentsWithout({ students }: ClassList, key: MoodleKey): readonly Student[] {
  return students.filter((student) => !isSaid(student, key));
}

function isSaid(student: Student, key: MoodleKey): boolean {
  return (student[key] ?? '').trim() !== '';
}
