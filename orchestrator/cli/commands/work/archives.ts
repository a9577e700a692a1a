import { basename } from 'node:path';
import { type Archived, archive } from '../../../actions/archives/archive.ts';
import { listArchives } from '../../../actions/archives/list-archives.ts';
import { openEngine } from '../../../actions/engine/open-engine.ts';
import { ALL_TEAMS } from '../../../model/numbering/team-number.ts';
import { archivesReport } from '../../../reports/archives-report.ts';
import { EXIT, worse } from '../../exit-status.ts';
import { askedTeams, type Command, optionalTeams } from '../../session.ts';
import { tellFailure } from '../../tell-failure.ts';
import { tellOutcomes } from '../class/tell-outcomes.ts';
import { archiveData, archivesData } from './work-data.ts';

/** `lab archive`: the work of teams as it is now, in a file each; nothing is changed. */
export const archiveCommand: Command = async (session) => {
  const { options, console, prefix } = session;
  const { print, phrases } = console;
  const { rows, nothingToArchive } = phrases.work;
  const teams = askedTeams(session);
  const outcomes = await session.work(teams, async (bench) => {
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    return archive(bench, { connection, prefix, teams });
  });
  return tellOutcomes<Archived>(session, outcomes, {
    data: archiveData,
    // The file was told as soon as it was there.
    whole: (team, { file }) => {
      if (file === null) print(nothingToArchive(team));
    },
    row: ({ file }) =>
      file === null ? { state: rows.nothing } : { state: rows.archived, remark: basename(file) },
    status: () => EXIT.done,
  });
};

/** `lab archives`: every archive that can be restored, the newest first. */
export const archivesCommand: Command = async (session) => {
  const { options, console, prefix, language, streams, surroundings } = session;
  const teams = optionalTeams(options) ?? ALL_TEAMS;
  const archives = await listArchives({ surroundings }, { prefix, teams });
  if (console.json) console.printData(archivesData(archives));
  else if (archives.length === 0) console.print(console.phrases.work.archives.none);
  else console.print(archivesReport(archives, language));
  const errors = archives.flatMap(({ error }) => error ?? []);
  return errors
    .map((error) => tellFailure(error, { language, errors: streams.errors }))
    .reduce(worse, EXIT.done);
};
