import { basename } from 'node:path';
import type { TeamRenewed } from '../../actions/reset/renew-team.ts';
import { planReset, type ResetRequest, reset } from '../../actions/reset/reset.ts';
import type { Workbench } from '../../actions/workbench.ts';
import { labError } from '../../base/lab-error.ts';
import { planReport } from '../../reports/plan-report.ts';
import { teamReport } from '../../reports/status-report.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { askedTeams, type Command, type Session } from '../session.ts';
import { statusCells } from './class/class-cells.ts';
import { tellLastWords, tellOutcomes } from './class/tell-outcomes.ts';
import { planData, resetData } from './json-data.ts';
import { prepare } from './up.ts';
import { tellUndo } from './work/undo-line.ts';

/** `lab reset`: teams as on their first day, their work in an archive. */
export const resetCommand: Command = (session) => renew(session, undefined);

/** `lab catch-up`: teams as on the first day of another stage, their work in an archive. */
export const catchUpCommand: Command = (session) => {
  const { to } = session.options;
  if (to === undefined) throw labError('option-value-missing', { option: '--to' });
  return renew(session, to);
};

async function renew(session: Session, to: string | undefined): Promise<ExitStatus> {
  const teams = askedTeams(session);
  if (session.options.dryRun === true) return dryRun(session, to);
  const outcomes = await session.work(teams, async (bench) =>
    reset(bench, await resetRequest(session, bench, to)),
  );
  const status = tellOutcomes<Reset>(session, outcomes, {
    data: resetData,
    whole: (team, { reset: done }) => tellWhole(session, team, done, to),
    after: (team, { reset: done }) => tellLastWords(session, team, done?.lastWords ?? null),
    row: ({ reset: done }) =>
      done === null
        ? { state: session.console.phrases.class.empty }
        : { ...statusCells(done.status, session), remark: basename(done.archive ?? '') },
    status: ({ reset: done }) => (done?.lastWords ? EXIT.checkFailed : EXIT.done),
  });
  const put = outcomes.filter((outcome) => outcome.ok && (outcome.reset?.archive ?? null) !== null);
  tellUndo(
    session,
    put.map(({ team }) => team),
  );
  return status;
}

interface Reset {
  readonly reset: TeamRenewed | null;
}

async function resetRequest(
  session: Session,
  bench: Workbench,
  to: string | undefined,
): Promise<ResetRequest> {
  return { ...(await prepare(session, bench, to === undefined ? [] : [to])), to };
}

async function dryRun(session: Session, to: string | undefined): Promise<ExitStatus> {
  const { console, language } = session;
  const teams = askedTeams(session);
  const decisions = await session.work([], async (bench) =>
    planReset(bench, await resetRequest(session, bench, to)),
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

function tellWhole(
  { console, language }: Session,
  team: number,
  done: TeamRenewed | null,
  to: string | undefined,
): void {
  const { phrases, print } = console;
  if (done === null) {
    print(phrases.resetNothing(team));
    return;
  }
  const { stage } = done.decision;
  print(to === undefined ? phrases.resetDone(team, stage) : phrases.work.caughtUp(team, stage));
  print(teamReport(done.status, language));
}
