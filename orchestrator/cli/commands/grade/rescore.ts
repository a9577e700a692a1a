import type { GradeOutcome } from '../../../actions/grade/grade.ts';
import { readResult } from '../../../actions/grade/results/read-result.ts';
import { type Decision, rescore, saveRescored } from '../../../actions/grade/results/rescore.ts';
import { readSheet } from '../../../actions/grade/sheet/read-sheet.ts';
import { readLabDefinition } from '../../../actions/read-lab.ts';
import { keepLatestMarks } from '../../../actions/status/latest.ts';
import { labError } from '../../../base/lab-error.ts';
import { QUARTERS } from '../../../model/marking/scale.ts';
import { teamNumber } from '../../../model/numbering/team-number.ts';
import type { Command } from '../../session.ts';
import { gradeData } from './grade-data.ts';
import { tellGrades } from './tell-grades.ts';

/** `lab rescore`: counts an earlier grading's evidence by the scale as it is now. Nothing is run. */
export const rescoreCommand: Command = async (session) => {
  const { options } = session;
  const [word] = session.arguments;
  const decisions = (options.decide ?? []).map(decisionOf);
  const graded = await session.work([], async (bench) => {
    const found = await readResult(bench, word);
    const lab = await readLabDefinition(bench, options.lab);
    const sheet = await readSheet(bench, lab, options.lab);
    const { questions } = options;
    const counted = rescore(found.results, sheet, { decisions, questions });
    const outcomes = counted.map(
      (result): GradeOutcome => ({
        ...{
          team: teamNumber(result.team),
          submission: result.submission,
          notes: [],
          ok: true,
          result,
        },
      }),
    );
    await saveRescored(bench, found, gradeData(outcomes));
    await keepLatestMarks(bench, session.prefix, counted);
    return { outcomes, folder: found.folder };
  });
  return tellGrades(session, graded);
};

/** Reads `3:answers.sip=0.5`; what is no such thing is a `decision-wrong` error. */
function decisionOf(found: string): Decision {
  const [, whose = '', check = '', points = ''] =
    /^(.+):([a-z0-9.-]+)=(\d+(?:\.\d+)?)$/.exec(found) ?? [];
  const value = Number(points);
  if (points === '' || !Number.isInteger(value * QUARTERS))
    throw labError('decision-wrong', { found });
  return { whose, check, points: value };
}
