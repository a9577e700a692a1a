import { grade } from '../../../actions/grade/grade.ts';
import { type Candidate, liveIntake } from '../../../actions/grade/hand-ins/candidates.ts';
import { openIntake } from '../../../actions/grade/hand-ins/intake.ts';
import { openGrading } from '../../../actions/grade/open-grading.ts';
import { readClass } from '../../../actions/report/read-class.ts';
import { labError } from '../../../base/lab-error.ts';
import { askedBase, askedTeams, type Command, optionalTeams } from '../../session.ts';
import { gradeData } from './grade-data.ts';
import { tellGrades } from './tell-grades.ts';

/** How many are graded at the same time: each rings and talks most of its time. */
export const JOBS = 4;
const MOST_JOBS = 64;

/** `lab grade`: marks out of 20, from a copy of the files, in clean rooms. */
export const gradeCommand: Command = async (session) => {
  const { options, prefix } = session;
  const { submissions } = options;
  const teams = submissions === undefined ? askedTeams(session) : (optionalTeams(options) ?? []);
  if (submissions !== undefined && teams.length > 1) {
    throw labError('team-one', { found: teams.join(',') });
  }
  const named = { capture: options.capture, answers: options.answers };
  const isNamed = named.capture !== undefined || named.answers !== undefined;
  // A file that is named is one team's.
  if (isNamed && (submissions !== undefined || teams.length !== 1)) {
    throw labError('team-one', { found: submissions ?? teams.join(',') });
  }
  const jobs = wholeOption('--jobs', options.jobs, MOST_JOBS) ?? JOBS;
  const seed = wholeOption('--seed', options.seed, 2 ** 31 - 1);
  const base = askedBase(options);
  const graded = await session.work(teams, async (bench) => {
    const opened = await openGrading(bench, options);
    const { connection, lab, images, run } = opened;
    const { definition } = lab;
    const classList = options.class === undefined ? null : await readClass(options.class);
    const team = teams[0] ?? null;
    const place = { connection, prefix, image: images.pbx };
    using intake =
      submissions === undefined
        ? liveIntake(teams, { ...place, definition, named })
        : await openIntake({ definition, submissions, team, classList, pristine: place });
    const candidates = intake.candidates.map((candidate): Candidate => ({ ...candidate, seed }));
    const request = { ...opened, prefix, base, candidates, jobs, document: gradeData };
    return { outcomes: await grade(bench, request), folder: run.folder };
  });
  return tellGrades(session, graded);
};

/** A whole number that was asked for, from 1 on; what is none is an `option-value-wrong` error. */
export function wholeOption(
  option: string,
  found: string | undefined,
  most: number,
): number | undefined {
  if (found === undefined) return undefined;
  const value = Number(found);
  if (/^\d{1,10}$/.test(found) && value >= 1 && value <= most) return value;
  throw labError('option-value-wrong', { option, found, allowed: `1-${most}` });
}
