import type { ClassList, Student } from './class-list.ts';
import { plainWords } from './plain-words.ts';

/** What Moodle puts behind a participant's name: `_123456_assignsubmission_file_`. */
const MOODLE = /_(\d+)_assignsubmission_.*$/;
/** How a Moodle sheet writes that same number. */
const PARTICIPANT = /^participant\s*(\d+)$/i;

/**
 * The students that the name of a hand-in's folder means: by number, e-mail or name, however this is
 * written. Several when the name fits several, none when it fits nobody.
 */
export function findStudents({ students }: ClassList, folder: string): readonly Student[] {
  const [, number = null] = MOODLE.exec(folder) ?? [];
  const bare = folder.replace(MOODLE, '');
  const words = plainWords(bare);
  const tests: readonly ((student: Student) => boolean)[] = [
    ({ id, username }) => number !== null && [id, username].some((one) => numberOf(one) === number),
    ({ email }) => email !== null && bare.toLowerCase().includes(email.toLowerCase()),
    ({ name }) => sameWords(plainWords(name), words),
    ({ username }) => username !== null && sameWords(plainWords(username), words),
    ({ id }) => id !== null && words.includes(id.toLowerCase()),
    ({ name }) => isAmong(plainWords(name), words),
  ];
  for (const test of tests) {
    const found = students.filter(test);
    if (found.length > 0) return found;
  }
  return [];
}

function numberOf(written: string | null): string | null {
  if (written === null) return null;
  return PARTICIPANT.exec(written)?.[1] ?? written;
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && [...one].sort().join(' ') === [...other].sort().join(' ');
}

/** One word alone, a first name perhaps, says too little. */
function isAmong(name: readonly string[], words: readonly string[]): boolean {
  return name.length > 1 && name.every((word) => words.includes(word));
}
