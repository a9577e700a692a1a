import { basename } from 'node:path';
import { type DownOutcome, down, type TeamDown } from '../../actions/down.ts';
import { openEngine } from '../../actions/engine/open-engine.ts';
import { planReport } from '../../reports/plan-report.ts';
import { EXIT, type ExitStatus, worse } from '../exit-status.ts';
import { askedTeams, type Command, type Session } from '../session.ts';
import { tellFailure } from '../tell-failure.ts';
import { tellOutcomes } from './class/tell-outcomes.ts';
import { downData } from './json-data.ts';
import { tellUndo } from './work/undo-line.ts';

/** `lab down`: containers and network go, the work stays (or goes too, archived, with --purge). */
export const downCommand: Command = async (session) => {
  const { options, console, prefix } = session;
  const teams = askedTeams(session);
  const [purge, dryRun] = [options.purge === true, options.dryRun === true];
  const outcomes = await session.work(teams, async (bench) => {
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    return down(bench, { connection, prefix, teams, purge, dryRun });
  });
  if (dryRun) return tellPlans(session, outcomes);
  const { phrases, print } = console;
  const status = tellOutcomes<Down>(session, outcomes, {
    data: downData,
    whole: (team, { down: { plan } }) => {
      const nothing = plan.operations.length === 0;
      print(nothing ? phrases.downNothing(team) : phrases.downDone(team, !purge));
    },
    row: ({ down: { plan, archive } }) => {
      const gone = purge ? 'purged' : 'kept';
      const state = plan.operations.length === 0 ? 'nothing' : gone;
      return { state: phrases.class.gone[state], remark: basename(archive ?? '') };
    },
    status: () => EXIT.done,
  });
  const put = outcomes.filter((outcome) => outcome.ok && outcome.down.archive !== null);
  tellUndo(
    session,
    put.map(({ team }) => team),
  );
  return status;
};

interface Down {
  readonly down: TeamDown;
}

function tellPlans(
  { console, language, streams }: Session,
  outcomes: readonly DownOutcome[],
): ExitStatus {
  if (console.json) console.printData(downData(outcomes));
  else console.print(planReport(plansOf(outcomes), language));
  return outcomes
    .map((outcome) =>
      outcome.ok ? EXIT.done : tellFailure(outcome.error, { language, errors: streams.errors }),
    )
    .reduce(worse, EXIT.done);
}

function plansOf(outcomes: readonly DownOutcome[]) {
  return outcomes.flatMap((outcome) => (outcome.ok ? [outcome.down.plan] : []));
}
