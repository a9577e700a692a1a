import { type ExportOutcome, exportWork } from '../../../actions/archives/export.ts';
import { findWork, importWork } from '../../../actions/archives/import.ts';
import { openEngine } from '../../../actions/engine/open-engine.ts';
import { ALL_TEAMS, type TeamNumber } from '../../../model/numbering/team-number.ts';
import { EXIT, type ExitStatus, worse } from '../../exit-status.ts';
import { type Command, optionalTeams, type Session } from '../../session.ts';
import { tellFailure } from '../../tell-failure.ts';
import { prepare } from '../up.ts';
import { tellPutBack } from './restore.ts';
import { tellUndo } from './undo-line.ts';
import { exportData, restoreData } from './work-data.ts';

/** `lab export DIR`: the work of teams as files, a folder a team. */
export const exportCommand: Command = async (session) => {
  const { options, console, prefix, work, arguments: words } = session;
  const teams = optionalTeams(options) ?? ALL_TEAMS;
  const [folder = ''] = words;
  const outcomes = await work(teams, async (bench) => {
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    return exportWork(bench, { connection, prefix, teams, folder });
  });
  if (console.json) console.printData(exportData(outcomes));
  const named = optionalTeams(options) !== undefined && options.all !== true;
  const status = outcomes.map((one) => tellExported(session, one, named)).reduce(worse, EXIT.done);
  const none = outcomes.every((outcome) => outcome.ok && outcome.exported === null);
  if (none && !named && !console.json) console.print(console.phrases.work.nothingToExport);
  return status;
};

function tellExported(session: Session, outcome: ExportOutcome, named: boolean): ExitStatus {
  const { console, language, streams } = session;
  const { work } = console.phrases;
  if (!outcome.ok) return tellFailure(outcome.error, { language, errors: streams.errors });
  const { team, exported } = outcome;
  if (console.json) return EXIT.done;
  if (exported !== null) console.print(work.exported(team, exported.folder, exported.files));
  else if (named) console.print(work.nothingToArchive(team));
  return EXIT.done;
}

/** `lab import DIR`: teams get the work of such a folder, or of a hand-in. */
export const importCommand: Command = async (session) => {
  const { options, console, arguments: words } = session;
  const [folder = ''] = words;
  const wanted = optionalTeams(options);
  const found = await findWork(folder, wanted);
  const teams = found.map(({ team }) => team);
  const asked = { ...session, options: { ...options, all: false, team: teams.join(',') } };
  const stages = found.flatMap(({ mark }) => mark?.stage ?? []);
  const outcomes = await session.work(teams, async (bench) =>
    importWork(bench, { ...(await prepare(asked, bench, stages)), found }),
  );
  if (console.json) console.printData(restoreData(outcomes));
  else tellMissing(session, wanted, teams);
  const status = outcomes.map((one) => tellPutBack(session, one)).reduce(worse, EXIT.done);
  const put = outcomes.filter((outcome) => outcome.ok && outcome.restored.archive !== null);
  tellUndo(
    session,
    put.map(({ team }) => team),
  );
  return status;
};

/** Teams that were asked for, all of a class too, and that have no folder are left as they are. */
function tellMissing(
  { console, options }: Session,
  wanted: readonly TeamNumber[] | undefined,
  found: readonly TeamNumber[],
): void {
  const missing = (options.all === true ? [] : (wanted ?? [])).filter(
    (team) => !found.includes(team),
  );
  for (const team of missing) console.print(console.phrases.work.folderMissing(team));
}
