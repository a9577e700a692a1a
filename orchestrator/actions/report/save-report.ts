import { writeReport } from '../../adapters/files/reports/write-report.ts';

/** Writes a report to a file, whole or not at all; one that can't be written is `unwritable`. */
export function saveReport(file: string, content: string | Uint8Array): Promise<void> {
  return writeReport(file, content);
}
