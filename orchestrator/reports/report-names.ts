/** What can be made of a grading, by the names that people type, in the order in which they are told. */
export const REPORT_NAMES = [
  'text',
  'html',
  'class',
  'csv',
  'moodle',
  'moodle-worksheet',
  'gradescope',
  'junit',
  'ctrf',
] as const;

/** One of them. */
export type ReportName = (typeof REPORT_NAMES)[number];
