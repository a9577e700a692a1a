import { readClassList } from '../../adapters/files/class-lists.ts';
import { readWorksheet } from '../../adapters/files/reports/read-worksheet.ts';
import { LabProblems } from '../../base/lab-error.ts';
import type { ClassList } from '../../model/class-list/class-list.ts';
import { parseClassList } from '../../model/class-list/parse-class-list.ts';
import { parseWorksheet, type Worksheet } from '../../model/class-list/worksheet.ts';

/** Reads a class list. Whatever is wrong in it is thrown at once, as `LabProblems`. */
export async function readClass(file: string): Promise<ClassList> {
  const parsed = parseClassList(await readClassList(file), file);
  if (!parsed.ok) throw new LabProblems(parsed.problems);
  return parsed.value;
}

/** Reads a worksheet of Moodle's. What is wrong in it is thrown, as `LabProblems`. */
export async function readMoodleWorksheet(file: string): Promise<Worksheet> {
  const parsed = parseWorksheet(await readWorksheet(file), file);
  if (!parsed.ok) throw new LabProblems(parsed.problems);
  return parsed.value;
}
