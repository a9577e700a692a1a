import { type Checked, check } from '../../actions/check/check.ts';
import { openEngine } from '../../actions/engine/open-engine.ts';
import { readCauses } from '../../actions/grade/sheet/read-causes.ts';
import { readLabDefinition } from '../../actions/read-lab.ts';
import type { Phrases } from '../../i18n/phrases.ts';
import { knownStage } from '../../model/definition/lab-definition.ts';
import { allPassed, type CheckReport } from '../../model/marking/check-report.ts';
import { causeLines } from '../../reports/check/check-causes.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { askedTeams, type Command } from '../session.ts';
import { checkCells, statusCells } from './class/class-cells.ts';
import { tellOutcomes } from './class/tell-outcomes.ts';
import { checkData } from './json-data.ts';

/** `lab check`: registrations, calls and voicemail, proven by sound and files on the lab as it is. */
export const checkCommand: Command = async (session) => {
  const { options, console, language, prefix } = session;
  const teams = askedTeams(session);
  const quick = options.quick === true;
  const outcomes = await session.work(teams, async (bench) => {
    const lab = await readLabDefinition(bench, options.lab);
    const { stage } = options;
    if (stage !== undefined) knownStage(lab.definition, stage);
    const texts = await readCauses(bench, options.lab);
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    return check(bench, { connection, lab, prefix, teams, quick, stage, texts });
  });
  return tellOutcomes<Checked>(session, outcomes, {
    data: checkData,
    whole: (_, { report }) => {
      const why = causeLines(report.causes ?? [], language);
      console.print([checkSummary(report, console.phrases), ...why].join('\n'));
    },
    after: (team, { only }) => {
      if (only === null) return;
      const { tell, phrases } = console;
      tell(phrases.work.triedStage(team, only.stage, only.last));
    },
    detail: (_, { report }) => causeLines(report.causes ?? [], language),
    row: ({ report, status }) => ({
      ...(status === null ? {} : statusCells(status, session)),
      ...checkCells(report, session),
    }),
    status: ({ report }) => checksStatus(report),
  });
};

/** The exit status of checks: 3 when one could not be told, 1 when one did not pass. */
export function checksStatus(report: CheckReport): ExitStatus {
  if (report.checks.some(({ verdict }) => verdict === 'inconclusive')) return EXIT.environment;
  return allPassed(report) ? EXIT.done : EXIT.checkFailed;
}

/** How many checks passed, on one line. */
export function checkSummary(
  { team, checks, ms }: CheckReport,
  { checks: words }: Phrases,
): string {
  const passed = checks.filter(({ verdict }) => verdict === 'pass').length;
  return words.summary({ team, passed, all: checks.length, seconds: ms / 1000 });
}
