import { openEngine } from '../../../actions/engine/open-engine.ts';
import { type GradeOutcome, grade } from '../../../actions/grade/grade.ts';
import { readClass } from '../../../actions/grade/intake.ts';
import { readScale } from '../../../actions/grade/read-scale.ts';
import { ensureImages } from '../../../actions/images/ensure-images.ts';
import { readLabDefinition } from '../../../actions/read-lab.ts';
import { labError } from '../../../base/lab-error.ts';
import { TEAM_IMAGES } from '../../../model/images/image-folder.ts';
import { gradeReport } from '../../../reports/grade-report.ts';
import { noteLines } from '../../../reports/note-lines.ts';
import { EXIT, type ExitStatus, worse } from '../../exit-status.ts';
import { askedBase, askedTeams, type Command, optionalTeams, type Session } from '../../session.ts';
import { tellFailure } from '../../tell-failure.ts';
import { gradeData } from './grade-data.ts';

/** How many are graded at the same time: each rings and talks most of its time. */
const JOBS = 4;
const MOST_JOBS = 64;

/** `lab grade`: marks out of 20, from a copy of the files, in clean rooms. */
export const gradeCommand: Command = async (session) => {
  const { options, console, prefix } = session;
  const { submissions } = options;
  const teams = submissions === undefined ? askedTeams(session) : (optionalTeams(options) ?? []);
  if (submissions !== undefined && teams.length > 1) {
    throw labError('team-one', { found: teams.join(',') });
  }
  const jobs = whole('--jobs', options.jobs, MOST_JOBS) ?? JOBS;
  const seed = whole('--seed', options.seed, 2 ** 31 - 1);
  const base = askedBase(options);
  const outcomes = await session.work(teams, async (bench) => {
    const lab = await readLabDefinition(bench, options.lab);
    const scale = await readScale(bench, lab, options.lab);
    const classList = options.class === undefined ? undefined : await readClass(options.class);
    const { connection, registry } = await openEngine(bench, {
      ...{ url: options.engine, mayStart: true },
    });
    const built = await ensureImages(bench, { connection, registry, names: TEAM_IMAGES });
    const tag = (name: string) => built.find((image) => image.name === name)?.tag ?? '';
    const images = { pbx: tag('pbx'), softphone: tag('softphone-sim') };
    const request = { connection, lab, scale, prefix, base, images, teams, submissions };
    return grade(bench, { ...request, classList, jobs, seed });
  });
  if (console.json) console.printData(gradeData(outcomes));
  return outcomes.map((outcome) => tell(session, outcome)).reduce(worse, EXIT.done);
};

function tell({ console, language, streams }: Session, outcome: GradeOutcome): ExitStatus {
  for (const line of noteLines(outcome, language)) streams.errors.write(`${line}\n`);
  if (!outcome.ok) {
    const told = tellFailure(outcome.error, { language, errors: streams.errors });
    // One hand-in that is wrong is no wrong command.
    return outcome.submission === null ? told : worse(told, EXIT.environment);
  }
  const { result } = outcome;
  if (!console.json) console.print(gradeReport(result, language));
  if (result.points === null) return EXIT.environment;
  return result.points === result.max ? EXIT.done : EXIT.checkFailed;
}

function whole(option: string, found: string | undefined, most: number): number | undefined {
  if (found === undefined) return undefined;
  const value = Number(found);
  if (/^\d{1,10}$/.test(found) && value >= 1 && value <= most) return value;
  throw labError('option-value-wrong', { option, found, allowed: `1-${most}` });
}
