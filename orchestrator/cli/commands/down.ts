import { type DownOutcome, down } from '../../actions/down.ts';
import { openEngine } from '../../actions/engine/open-engine.ts';
import { planReport } from '../../reports/plan-report.ts';
import { EXIT, type ExitStatus, worse } from '../exit-status.ts';
import { askedTeams, type Command, type Session } from '../session.ts';
import { tellFailure } from '../tell-failure.ts';
import { downData } from './json-data.ts';
import { tellUndo } from './work/undo-line.ts';

/** `lab down`: containers and network go, the work stays (or goes too, archived, with --purge). */
export const downCommand: Command = async (session) => {
  const { options, console, prefix, language } = session;
  const teams = askedTeams(session);
  const [purge, dryRun] = [options.purge === true, options.dryRun === true];
  const outcomes = await session.work(teams, async (bench) => {
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    return down(bench, { connection, prefix, teams, purge, dryRun });
  });
  if (console.json) console.printData(downData(outcomes));
  else if (dryRun) console.print(planReport(plansOf(outcomes), language));
  const status = outcomes.map((outcome) => tell(session, outcome)).reduce(worse, EXIT.done);
  const put = outcomes.filter((outcome) => outcome.ok && outcome.down.archive !== null);
  tellUndo(
    session,
    put.map(({ team }) => team),
  );
  return status;
};

function plansOf(outcomes: readonly DownOutcome[]) {
  return outcomes.flatMap((outcome) => (outcome.ok ? [outcome.down.plan] : []));
}

function tell(session: Session, outcome: DownOutcome): ExitStatus {
  const { console, options, language, streams } = session;
  if (!outcome.ok) return tellFailure(outcome.error, { language, errors: streams.errors });
  if (console.json || options.dryRun === true) return EXIT.done;
  const { phrases, print } = console;
  const { team, down: done } = outcome;
  const nothing = done.plan.operations.length === 0;
  print(nothing ? phrases.downNothing(team) : phrases.downDone(team, options.purge !== true));
  return EXIT.done;
}
