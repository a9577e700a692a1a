import { type CheckOutcome, check } from '../../actions/check/check.ts';
import { openEngine } from '../../actions/engine/open-engine.ts';
import { readCauses } from '../../actions/grade/sheet/read-causes.ts';
import { readLabDefinition } from '../../actions/read-lab.ts';
import type { Phrases } from '../../i18n/phrases.ts';
import { knownStage } from '../../model/definition/lab-definition.ts';
import { allPassed, type CheckReport } from '../../model/marking/check-report.ts';
import { causeLines } from '../../reports/check/check-causes.ts';
import { EXIT, type ExitStatus, worse } from '../exit-status.ts';
import { askedTeams, type Command, type Session } from '../session.ts';
import { tellFailure } from '../tell-failure.ts';
import { checkData } from './json-data.ts';

/** `lab check`: registrations, calls and voicemail, proven by sound and files on the lab as it is. */
export const checkCommand: Command = async (session) => {
  const { options, console, prefix } = session;
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
  if (console.json) console.printData(checkData(outcomes));
  return outcomes.map((outcome) => tell(session, outcome)).reduce(worse, EXIT.done);
};

function tell({ console, language, streams }: Session, outcome: CheckOutcome): ExitStatus {
  if (!outcome.ok) return tellFailure(outcome.error, { language, errors: streams.errors });
  const { report, only } = outcome.checked;
  const { phrases } = console;
  if (!console.json) {
    const why = causeLines(report.causes ?? [], language);
    console.print([checkSummary(report, phrases), ...why].join('\n'));
  }
  if (only !== null) console.tell(phrases.work.triedStage(outcome.team, only.stage, only.last));
  return checksStatus(report);
}

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
