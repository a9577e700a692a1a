import { planReset, type ResetOutcome, reset } from '../../actions/reset/reset.ts';
import { planReport } from '../../reports/plan-report.ts';
import { teamReport } from '../../reports/status-report.ts';
import { EXIT, type ExitStatus, worse } from '../exit-status.ts';
import { askedTeams, type Command, type Session } from '../session.ts';
import { tellFailure } from '../tell-failure.ts';
import { planData, resetData } from './json-data.ts';
import { prepare } from './up.ts';

/** `lab reset`: teams as on their first day, their work in an archive. */
export const resetCommand: Command = async (session) => {
  const teams = askedTeams(session);
  if (session.options.dryRun === true) return dryRun(session);
  const outcomes = await session.work(teams, async (bench) =>
    reset(bench, await prepare(session, bench)),
  );
  if (session.console.json) session.console.printData(resetData(outcomes));
  return outcomes.map((outcome) => tell(session, outcome)).reduce(worse, EXIT.done);
};

async function dryRun(session: Session): Promise<ExitStatus> {
  const { console, language } = session;
  const teams = askedTeams(session);
  const decisions = await session.work([], async (bench) =>
    planReset(bench, await prepare(session, bench)),
  );
  const plans = decisions.map(({ operations }) => operations);
  if (console.json) console.printData(planData(plans));
  else {
    if (plans.length > 0) console.print(planReport(plans, language));
    const empty = teams.filter((team) => !decisions.some((decision) => decision.team === team));
    for (const team of empty) console.print(console.phrases.resetNothing(team));
  }
  return EXIT.done;
}

function tell(session: Session, outcome: ResetOutcome): ExitStatus {
  const { console, language, streams } = session;
  const { phrases } = console;
  if (!outcome.ok) return tellFailure(outcome.error, { language, errors: streams.errors });
  const { team, reset: done } = outcome;
  if (done === null) {
    if (!console.json) console.print(phrases.resetNothing(team));
    return EXIT.done;
  }
  const { decision, status, lastWords } = done;
  if (!console.json) {
    console.print(phrases.resetDone(team, decision.stage));
    console.print(teamReport(status, language));
  }
  if (lastWords === null) return EXIT.done;
  console.tell([phrases.asteriskDead(team), ...lastWords].join('\n'));
  return EXIT.checkFailed;
}
