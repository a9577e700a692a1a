import { grade } from '../../../actions/grade/grade.ts';
import { keptCandidates } from '../../../actions/grade/hand-ins/candidates.ts';
import { openGrading } from '../../../actions/grade/open-grading.ts';
import { readResult } from '../../../actions/grade/results/read-result.ts';
import { askedBase, type Command } from '../../session.ts';
import { JOBS, wholeOption } from './grade.ts';
import { gradeData } from './grade-data.ts';
import { tellGrades } from './tell-grades.ts';

const MOST_JOBS = 64;

/** `lab regrade`: runs an earlier grading again, on the files that it kept and with its seeds. */
export const regradeCommand: Command = async (session) => {
  const { options, prefix } = session;
  const [word] = session.arguments;
  const jobs = wholeOption('--jobs', options.jobs, MOST_JOBS) ?? JOBS;
  const graded = await session.work([], async (bench) => {
    const { folder, results } = await readResult(bench, word);
    // As it was graded then, unless something else is asked for.
    const [before] = results;
    const questions = options.questions ?? before?.part ?? undefined;
    const opened = await openGrading(bench, { ...options, questions });
    const candidates = keptCandidates(folder, results);
    const base = askedBase(options) ?? before?.base;
    const request = { ...opened, prefix, base, candidates, jobs, document: gradeData };
    return { outcomes: await grade(bench, request), folder: opened.run.folder };
  });
  return tellGrades(session, graded);
};
