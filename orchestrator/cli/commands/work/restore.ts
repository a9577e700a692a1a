import {
  type ChosenArchive,
  chooseArchive,
  lastPutAway,
  underWay,
} from '../../../actions/archives/choose-archive.ts';
import {
  planRestore,
  type RestoreOutcome,
  type RestoreRequest,
  restore,
} from '../../../actions/archives/restore.ts';
import type { Workbench } from '../../../actions/workbench.ts';
import type { TeamNumber } from '../../../model/numbering/team-number.ts';
import { localTime } from '../../../reports/archives-report.ts';
import { planReport } from '../../../reports/plan-report.ts';
import { teamReport } from '../../../reports/status-report.ts';
import { EXIT, type ExitStatus, worse } from '../../exit-status.ts';
import { askedTeams, type Command, oneTeam, type Session } from '../../session.ts';
import { tellFailure } from '../../tell-failure.ts';
import { planData } from '../json-data.ts';
import { prepare } from '../up.ts';
import { tellUndo } from './undo-line.ts';
import { restoreData } from './work-data.ts';

/** How the archive of a team is found. */
type Find = (bench: Workbench, team: TeamNumber) => Promise<ChosenArchive>;

/** `lab restore`: a team has the work of an archive again; what it has now is archived first. */
export const restoreCommand: Command = (session) => {
  const { prefix } = session;
  const [word] = session.arguments;
  // An ID is one team's; without it, each gets its newest back.
  if (word !== undefined) oneTeam(session);
  return putBack(session, 'restore', (bench, team) => chooseArchive(bench, { prefix, team }, word));
};

/** `lab undo`: a team has the work again that the last command put away. */
export const undoCommand: Command = (session) =>
  putBack(session, 'undo', (bench, team) => lastPutAway(bench, { prefix: session.prefix, team }));

async function putBack(session: Session, verb: string, find: Find): Promise<ExitStatus> {
  const { console, options, language } = session;
  const teams = askedTeams(session);
  if (options.dryRun === true) {
    const decisions = await session.work([], async (bench) =>
      planRestore(await restoreRequest(session, bench, verb, find)),
    );
    const plans = decisions.map(({ operations }) => operations);
    if (console.json) console.printData(planData(plans));
    else console.print(planReport(plans, language));
    return EXIT.done;
  }
  const outcomes = await session.work(teams, async (bench) =>
    restore(bench, await restoreRequest(session, bench, verb, find)),
  );
  if (console.json) console.printData(restoreData(outcomes));
  const status = outcomes.map((outcome) => tellPutBack(session, outcome)).reduce(worse, EXIT.done);
  const put = outcomes.filter((outcome) => outcome.ok && outcome.restored.archive !== null);
  tellUndo(
    session,
    put.map(({ team }) => team),
  );
  return status;
}

/** Archives are found, and found sound, before an engine is asked for anything. */
async function restoreRequest(
  session: Session,
  bench: Workbench,
  verb: string,
  find: Find,
): Promise<RestoreRequest> {
  const archives = await Promise.all(askedTeams(session).map((team) => find(bench, team)));
  const stages = archives.flatMap(({ manifest }) => manifest.stage ?? []);
  const prepared = await prepare(session, bench, stages);
  const [word] = session.arguments;
  const meant = word === undefined ? await underWay(bench, prepared, archives) : archives;
  return { ...prepared, archives: meant, verb };
}

/** Tells what became of one team that was to have other work. */
export function tellPutBack(session: Session, outcome: RestoreOutcome): ExitStatus {
  const { console, language, streams } = session;
  const { phrases } = console;
  if (!outcome.ok) return tellFailure(outcome.error, { language, errors: streams.errors });
  const { team, from, restored } = outcome;
  if (!console.json) {
    const { id, manifest } = from;
    const time = localTime(manifest.time);
    console.print(phrases.work.restored({ team, id, reason: manifest.reason, time }));
    console.print(teamReport(restored.status, language));
  }
  if (restored.lastWords === null) return EXIT.done;
  console.tell([phrases.asteriskDead(team), ...restored.lastWords].join('\n'));
  return EXIT.checkFailed;
}
