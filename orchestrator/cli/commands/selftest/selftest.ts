import { openGrading } from '../../../actions/grade/open-grading.ts';
import { trialsOf } from '../../../actions/selftest/mutant-candidates.ts';
import { readMutants } from '../../../actions/selftest/read-mutants.ts';
import { namedMutants, quickMutants } from '../../../actions/selftest/select-mutants.ts';
import { type Selftest, selftest } from '../../../actions/selftest/selftest.ts';
import { type RuleTrial, tryRules } from '../../../actions/selftest/try-rules.ts';
import { teamNumber } from '../../../model/numbering/team-number.ts';
import { rulesReport, selftestReport } from '../../../reports/selftest-report.ts';
import { EXIT, type ExitStatus } from '../../exit-status.ts';
import { askedBase, type Command, oneTeam, type Session } from '../../session.ts';
import { wholeOption } from '../grade/grade.ts';
import { gradeData } from '../grade/grade-data.ts';
import { rulesData, selftestData } from './selftest-data.ts';

/** How many labs are graded at the same time unless asked otherwise. */
const JOBS = 6;
const MOST_JOBS = 64;
const MOST_REPEATS = 1_000;
const MOST_RULES = 10_000;

/** The team whose files rules spoil, unless another is asked for. */
const RULES_TEAM = 3;

/** `lab selftest`: grades labs whose outcome is known, and tells how right the grader was. */
export const selftestCommand: Command = async (session) => {
  const rules = wholeOption('--rules', session.options.rules, MOST_RULES);
  return rules === undefined ? tellLabs(session) : tellRules(session, rules);
};

async function tellLabs(session: Session): Promise<ExitStatus> {
  const { options, console } = session;
  const repeat = wholeOption('--repeat', options.repeat, MOST_REPEATS) ?? 1;
  const team = options.team === undefined ? undefined : oneTeam(session);
  const found = await session.work([], async (bench): Promise<Selftest> => {
    const request = await opened(session, bench);
    const { mutants: all, papers } = await readMutants(bench, request, options.lab);
    const { only, quick = false } = options;
    const some = quick ? quickMutants(all, request.sheet.scale) : all;
    const mutants = only === undefined ? some : namedMutants(all, only);
    return selftest(bench, { ...request, papers }, trialsOf(mutants, { team, repeat }));
  });
  if (console.json) console.printData(selftestData(found));
  else console.print(selftestReport(found, session.language));
  return found.targets.every(({ met }) => met) ? EXIT.done : EXIT.checkFailed;
}

async function tellRules(session: Session, count: number): Promise<ExitStatus> {
  const { options, console } = session;
  const seed = wholeOption('--seed', options.seed, 2 ** 31 - 1) ?? 1;
  const team = options.team === undefined ? teamNumber(RULES_TEAM) : oneTeam(session);
  const trials = await session.work([], async (bench): Promise<readonly RuleTrial[]> => {
    const request = await opened(session, bench);
    return tryRules(bench, request, { team, count, seed });
  });
  if (console.json) console.printData(rulesData(trials));
  else console.print(rulesReport(trials, session.language));
  const right = trials.every(({ fate }) => fate === 'killed' || fate === 'equivalent');
  return right ? EXIT.done : EXIT.checkFailed;
}

async function opened(session: Session, bench: Parameters<typeof openGrading>[0]) {
  const { options, prefix } = session;
  const jobs = wholeOption('--jobs', options.jobs, MOST_JOBS) ?? JOBS;
  const base = askedBase(options);
  const { lab, engine } = options;
  return {
    ...(await openGrading(bench, { lab, engine, kind: 'selftest' })),
    ...{ prefix, base, jobs, document: gradeData },
  };
}
