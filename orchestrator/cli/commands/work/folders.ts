import { type Exporting, exportWork } from '../../../actions/archives/export.ts';
import { findWork, importWork } from '../../../actions/archives/import.ts';
import { openEngine } from '../../../actions/engine/open-engine.ts';
import { ALL_TEAMS, type TeamNumber } from '../../../model/numbering/team-number.ts';
import { EXIT } from '../../exit-status.ts';
import { type Command, optionalTeams, type Session } from '../../session.ts';
import { tellOutcomes } from '../class/tell-outcomes.ts';
import { prepare } from '../up.ts';
import { tellPutBack } from './restore.ts';
import { quoted } from './undo-line.ts';
import { exportData } from './work-data.ts';

/** `lab export DIR`: the work of teams as files, a folder a team. */
export const exportCommand: Command = async (session) => {
  const { options, console, prefix, arguments: words } = session;
  const teams = optionalTeams(options) ?? ALL_TEAMS;
  const [folder = ''] = words;
  const outcomes = await session.work(teams, async (bench) => {
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    return exportWork(bench, { connection, prefix, teams, folder });
  });
  const { print, phrases } = console;
  const { rows, exported, nothingToArchive, nothingToExport } = phrases.work;
  const named = optionalTeams(options) !== undefined && options.all !== true;
  // Of a whole class, who has nothing is no news.
  const told = outcomes.filter((one) => console.json || named || !one.ok || one.exported !== null);
  if (told.length === 0) print(nothingToExport);
  return tellOutcomes<Exporting>(session, told, {
    data: exportData,
    whole: (team, { exported: done }) =>
      print(done === null ? nothingToArchive(team) : exported(team, done.folder, done.files)),
    row: ({ exported: done }) =>
      done === null
        ? { state: rows.nothing }
        : { state: rows.exported(done.files), remark: done.folder },
    status: () => EXIT.done,
  });
};

/** `lab import DIR`: teams get the work of such a folder, or of a hand-in. */
export const importCommand: Command = async (session) => {
  const { options, console, arguments: words } = session;
  const [folder = ''] = words;
  const wanted = optionalTeams(options);
  const found = await findWork(folder, wanted);
  const teams = found.map(({ team }) => team);
  const asked = { ...session, options: { ...options, all: false, team: teams.join(',') } };
  const command = `import ${quoted(folder)}`;
  const stages = found.flatMap(({ mark }) => mark?.stage ?? []);
  const outcomes = await session.work(teams, async (bench) =>
    importWork(bench, { ...(await prepare(asked, bench, stages)), found, command }),
  );
  if (!console.json) tellMissing(session, wanted, teams);
  return tellPutBack(session, outcomes);
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
