import type { Language } from '../i18n/catalogue.ts';
import type { ClassList } from '../model/class-list/class-list.ts';
import type { Worksheet } from '../model/class-list/worksheet.ts';
import type { IdenticalNote } from '../model/configuration/identical-files.ts';
import type { GradeResult } from '../model/marking/grade-result.ts';

/** A report as it is written, in the form that its media type names. */
export interface Report {
  readonly text: string;
  readonly mediaType: string;
  /** What whoever asked for it should know, and its readers need not. */
  readonly remarks: readonly string[];
}

/** All that a report can be made of. What was not asked for or is not known is null or empty. */
export interface ReportInput {
  readonly results: readonly GradeResult[];
  readonly language: Language;
  readonly classList: ClassList | null;
  readonly worksheet: Worksheet | null;
  /** Files that are the same in several hand-ins; null: nobody compared them. */
  readonly identical: readonly IdenticalNote[] | null;
  /** Recordings of the proofs in base 64, by the names that results give them; null: none were read. */
  readonly sounds: ReadonlyMap<string, string> | null;
  /** Who could not be graded, and why, in one line each. */
  readonly ungraded: readonly string[];
}
