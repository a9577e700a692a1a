import { basename } from 'node:path';
import type { ReadResult } from '../../../actions/grade/results/read-result.ts';
import { compareFiles } from '../../../actions/report/compare-files.ts';
import { readClass, readMoodleWorksheet } from '../../../actions/report/read-class.ts';
import { readSounds } from '../../../actions/report/read-sounds.ts';
import { refuseUnsettled } from '../../../actions/report/refuse-unsettled.ts';
import { labError } from '../../../base/lab-error.ts';
import type { ClassList } from '../../../model/class-list/class-list.ts';
import { moodleKey, studentsWithout } from '../../../model/class-list/moodle-key.ts';
import type { GradeResult } from '../../../model/marking/grade-result.ts';
import { REPORT_FORMATS } from '../../../reports/formats.ts';
import type { ReportInput } from '../../../reports/report.ts';
import type { ReportName } from '../../../reports/report-names.ts';
import { ungradedLines } from '../../../reports/results/ungraded-lines.ts';
import { whose } from '../../../reports/results/whose.ts';
import { optionalTeams, type Session } from '../../session.ts';

/** Gathers all that a report needs, and refuses what it may not be made of. */
export async function reportInput(
  session: Session,
  name: ReportName,
  found: ReadResult,
): Promise<ReportInput> {
  const { options, language } = session;
  const format = REPORT_FORMATS[name];
  const results = ofTeams(session, found);
  if (format.exportsMarks && options.allowPartial !== true) {
    refuseUnsettled(results, session.arguments[0] ?? basename(found.folder));
  }
  const classList = options.class === undefined ? null : await readClass(options.class);
  if (format.needs !== 'nothing' && classList === null)
    throw labError('class-list-missing', { format: name });
  if (name === 'moodle' && classList !== null) refuseUnknown(classList);
  return {
    ...{ results, language, classList },
    worksheet: format.needs === 'worksheet' ? await worksheetOf(options.in) : null,
    identical:
      format.compares && results.length > 1
        ? await compareFiles(found.folder, results, (result) => whose(result, language))
        : null,
    sounds: format.plays === true ? await readSounds(found.folder, results) : null,
    ungraded: ungradedLines(found.text, optionalTeams(options), language),
  };
}

function ofTeams({ options }: Session, { results, file }: ReadResult): readonly GradeResult[] {
  const teams: readonly number[] | undefined = optionalTeams(options);
  if (results.length === 0) throw labError('report-empty', { file });
  if (teams === undefined) return results;
  const known = [...new Set(results.map(({ team }) => team))].sort((a, b) => a - b);
  const absent = teams.find((team) => !known.includes(team));
  if (absent !== undefined) throw labError('report-team-absent', { team: absent, known });
  return results.filter(({ team }) => teams.includes(team));
}

function worksheetOf(file: string | undefined) {
  if (file === undefined) throw labError('worksheet-missing', {});
  return readMoodleWorksheet(file);
}

/** Moodle drops a whole import for one student that it doesn't know. */
function refuseUnknown(classList: ClassList): void {
  if (moodleKey(classList) !== null) return;
  const students = studentsWithout(classList, 'email').map(({ name }) => name);
  throw labError('class-list-no-key', { students });
}
