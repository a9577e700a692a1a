import { type DownOutcome, down } from '../../actions/down.ts';
import { openEngine } from '../../actions/open-engine.ts';
import { labError } from '../../base/lab-error.ts';
import { planReport } from '../../reports/plan-report.ts';
import type { Console } from '../console.ts';
import { EXIT } from '../exit-status.ts';
import { askedTeams, type Command } from '../session.ts';

/** `lab down`: containers and network go, the work stays (or goes too, archived, with --purge). */
export const downCommand: Command = async (session) => {
  const { options, console, prefix, language } = session;
  const teams = askedTeams(session);
  const [purge, dryRun] = [options.purge === true, options.dryRun === true];
  const outcomes = await session.work(teams, async (bench) => {
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    if (purge && !dryRun && !(await bench.agree({ about: 'purge', teams }))) {
      throw labError('declined', {});
    }
    return down(bench, { connection, prefix, teams, purge, dryRun });
  });
  if (console.json)
    console.print(JSON.stringify({ schema: 'lab-down/1', teams: outcomes.map(plain) }));
  else if (dryRun)
    console.print(
      planReport(
        outcomes.map(({ plan }) => plan),
        language,
      ),
    );
  else for (const outcome of outcomes) tell(console, outcome, purge);
  return EXIT.done;
};

function tell({ print, phrases }: Console, { team, plan, archive }: DownOutcome, purge: boolean) {
  if (archive !== null) print(phrases.archived(archive));
  print(plan.operations.length === 0 ? phrases.downNothing(team) : phrases.downDone(team, !purge));
}

function plain({ team, plan, archive }: DownOutcome) {
  return { team, archive, operations: plan.operations.map(({ id, cause }) => ({ id, cause })) };
}
