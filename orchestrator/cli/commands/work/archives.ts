import { archive } from '../../../actions/archives/archive.ts';
import { listArchives } from '../../../actions/archives/list-archives.ts';
import { openEngine } from '../../../actions/engine/open-engine.ts';
import { ALL_TEAMS } from '../../../model/numbering/team-number.ts';
import { archivesReport } from '../../../reports/archives-report.ts';
import { EXIT, type ExitStatus, worse } from '../../exit-status.ts';
import { askedTeams, type Command, optionalTeams } from '../../session.ts';
import { tellFailure } from '../../tell-failure.ts';
import { archiveData, archivesData } from './work-data.ts';

/** `lab archive`: the work of teams as it is now, in a file each; nothing is changed. */
export const archiveCommand: Command = async (session) => {
  const { options, console, prefix, language, streams } = session;
  const { phrases } = console;
  const teams = askedTeams(session);
  const outcomes = await session.work(teams, async (bench) => {
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    return archive(bench, { connection, prefix, teams });
  });
  if (console.json) console.printData(archiveData(outcomes));
  return outcomes
    .map((outcome): ExitStatus => {
      if (!outcome.ok) return tellFailure(outcome.error, { language, errors: streams.errors });
      if (outcome.file === null && !console.json) {
        console.print(phrases.work.nothingToArchive(outcome.team));
      }
      return EXIT.done;
    })
    .reduce(worse, EXIT.done);
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
