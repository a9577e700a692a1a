import {
  type ChosenArchive,
  chooseArchive,
  findEach,
  lastPutAway,
  underWay,
} from '../../../actions/archives/choose-archive.ts';
import {
  type PlannedRestore,
  planRestore,
  type Restored,
  type RestoreOutcome,
  type RestoreRequest,
  refuseRestore,
  restore,
} from '../../../actions/archives/restore.ts';
import type { Outcome } from '../../../actions/class/side-by-side.ts';
import type { Workbench } from '../../../actions/workbench.ts';
import type { TeamNumber } from '../../../model/numbering/team-number.ts';
import { localTime } from '../../../reports/archives-report.ts';
import { planReport } from '../../../reports/plan-report.ts';
import { teamReport } from '../../../reports/status-report.ts';
import { EXIT, type ExitStatus, worse } from '../../exit-status.ts';
import { askedTeams, type Command, oneTeam, type Session } from '../../session.ts';
import { tellFailure } from '../../tell-failure.ts';
import { statusCells } from '../class/class-cells.ts';
import { tellLastWords, tellOutcomes } from '../class/tell-outcomes.ts';
import { planData } from '../json-data.ts';
import { prepare } from '../up.ts';
import { tellUndo } from './undo-line.ts';
import { restoreData } from './work-data.ts';

/** How the archives of teams are found. */
interface Finding {
  readonly verb: string;
  readonly find: (bench: Workbench, team: TeamNumber) => Promise<ChosenArchive>;
  /** Nobody said which: what a killed verb was about to put back goes first. */
  readonly goesOn: boolean;
}

/** `lab restore`: a team has the work of an archive again; what it has now is archived first. */
export const restoreCommand: Command = (session) => {
  const { prefix } = session;
  const [word] = session.arguments;
  // An ID is one team's; without it, each gets its newest back.
  if (word !== undefined) oneTeam(session);
  return restoreFound(session, {
    ...{ verb: 'restore', goesOn: word === undefined },
    find: (bench, team) => chooseArchive(bench, { prefix, team }, word),
  });
};

/** `lab undo`: a team has the work again that the last command put away, even if that was killed. */
export const undoCommand: Command = (session) =>
  restoreFound(session, {
    ...{ verb: 'undo', goesOn: false },
    find: (bench, team) => lastPutAway(bench, { prefix: session.prefix, team }),
  });

async function restoreFound(session: Session, finding: Finding): Promise<ExitStatus> {
  if (session.options.dryRun === true) {
    const planned = await session.work([], async (bench) =>
      withFound(session, bench, { ...finding, act: (request) => planRestore(bench, request) }),
    );
    return tellPlans(session, planned);
  }
  const outcomes = await session.work(askedTeams(session), async (bench) =>
    withFound(session, bench, { ...finding, act: (request) => restore(bench, request) }),
  );
  return tellPutBack(session, outcomes);
}

interface Acting<T extends object> extends Finding {
  readonly act: (request: RestoreRequest) => Promise<readonly Outcome<T>[]>;
}

/** Archives are found, and found sound, before an engine is asked for anything. */
async function withFound<T extends object>(
  session: Session,
  bench: Workbench,
  { verb, find, goesOn, act }: Acting<T>,
): Promise<readonly Outcome<T>[]> {
  const found = await findEach(askedTeams(session), (team) => find(bench, team));
  const missing = found.filter((one) => !one.ok);
  if (missing.length === found.length) return refuseRestore(bench, missing);
  const stages = found.flatMap((one) => (one.ok ? (one.from.manifest.stage ?? []) : []));
  const prepared = await prepare(session, bench, stages);
  const meant = goesOn ? await underWay(bench, prepared, found) : found;
  return act({ ...prepared, found: meant, verb });
}

function tellPlans(session: Session, planned: readonly PlannedRestore[]): ExitStatus {
  const { console, language, streams } = session;
  const plans = planned.flatMap((one) => (one.ok ? [one.decision.operations] : []));
  if (console.json) console.printData(planData(plans));
  else if (plans.length > 0) console.print(planReport(plans, language));
  return planned
    .map((one) =>
      one.ok ? EXIT.done : tellFailure(one.error, { language, errors: streams.errors }),
    )
    .reduce(worse, EXIT.done);
}

/** Tells what became of teams that were to have other work, and how to undo it. */
export function tellPutBack(session: Session, outcomes: readonly RestoreOutcome[]): ExitStatus {
  const { console, language } = session;
  const { work } = console.phrases;
  const status = tellOutcomes<Restored>(session, outcomes, {
    data: restoreData,
    whole: (team, { from, restored }) => {
      console.print(work.restored({ team, ...said(from) }));
      console.print(teamReport(restored.status, language));
    },
    after: (team, { restored }) => tellLastWords(session, team, restored.lastWords),
    row: ({ from, restored }) => ({
      ...statusCells(restored.status, session),
      remark: work.rows.restored(said(from)),
    }),
    status: ({ restored }) => (restored.lastWords === null ? EXIT.done : EXIT.checkFailed),
  });
  const put = outcomes.filter((outcome) => outcome.ok && outcome.restored.archive !== null);
  tellUndo(
    session,
    put.map(({ team }) => team),
  );
  return status;
}

/** What an archive says of itself. */
function said({ id, manifest }: ChosenArchive) {
  return { id, reason: manifest.reason, time: localTime(manifest.time) };
}
