import { writeReport } from '../../adapters/files/reports/write-report.ts';

/** Writes a report to a file, whole or not at all; one that can't be written is `unwritable`. */
export function saveReport(file: string, text: string): Promise<void> {
  return writeReport(file, text);
}
