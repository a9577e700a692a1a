import { join, resolve } from 'node:path';
import { readLabDefinition } from '../../../actions/read-lab.ts';
import { openPage } from '../../../actions/report/open-page.ts';
import { saveReport } from '../../../actions/report/save-report.ts';
import { gatePlace } from '../../../actions/sheet/gate-place.ts';
import { type TeamSheet, teamSheets } from '../../../actions/sheet/team-sheets.ts';
import { labError } from '../../../base/lab-error.ts';
import { EXIT } from '../../exit-status.ts';
import { askedBase, askedTeams, type Command, type Session } from '../../session.ts';
import { askedSheetFormat, type SheetFile, sheetFiles } from './sheet-files.ts';

/** Where sheets go that are to be opened and that nobody named a file for. */
const FOLDER = 'sheets';

/** `lab sheet`: what a team is handed, to be printed. */
export const sheetCommand: Command = async (session) => {
  const { options, prefix, surroundings, streams } = session;
  const teams = askedTeams(session);
  const format = askedSheetFormat(options.format);
  const gate = gatePlace(options.host, surroundings);
  const folder = folderOf(session, format);
  const request = { prefix, teams, gate, stage: options.stage, base: askedBase(options) };
  return session.work([], async (bench) => {
    const lab = await readLabDefinition(bench, options.lab);
    const sheets = await teamSheets(bench, { ...request, lab, engine: options.engine });
    const perTeam = options.output === undefined && options.out !== undefined;
    const date = bench.clock.date();
    const { files, remarks } = await sheetFiles(sheets, { ...session, format, perTeam, date });
    const say = teller(session, folder === null);
    if (options.stage === undefined) for (const sheet of sheets) say(standingOf(session, sheet));
    for (const remark of remarks) say(remark);
    if (folder === null) for (const { content } of files) streams.output.write(content);
    else {
      for (const file of await write(session, folder, files)) {
        if (options.open === true) await open(bench, file, session);
      }
    }
    return EXIT.done;
  });
};

/** The folder to write into; null: what was made goes to standard output. */
function folderOf({ options, surroundings, streams }: Session, format: string): string | null {
  const { cwd, stateFolder } = surroundings;
  if (options.output !== undefined) return cwd;
  if (options.out !== undefined) return resolve(cwd, options.out);
  if (options.open === true) return join(stateFolder, FOLDER);
  if (format !== 'text' && streams.output.isTTY) {
    throw labError('output-missing', { example: `sheet.${format}` });
  }
  return null;
}

/** What is said besides the sheets must not get among them. */
function teller({ streams, console }: Session, isPrinted: boolean): (text: string) => void {
  return isPrinted ? (text) => void streams.errors.write(`${text}\n`) : console.tell;
}

function standingOf({ console }: Session, { plan, stage, standing }: TeamSheet): string {
  const { told } = console.phrases.sheet;
  return standing ? told.standing(plan.team, stage) : told.planned(plan.team, stage);
}

async function write(
  { options, console }: Session,
  folder: string,
  files: readonly SheetFile[],
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const { name, content } of files) {
    const file = resolve(folder, options.output ?? name);
    await saveReport(file, content);
    console.tell(console.phrases.report.told.wrote(file));
    written.push(file);
  }
  return written;
}

async function open(
  bench: Parameters<typeof openPage>[0],
  file: string,
  { console }: Session,
): Promise<void> {
  const { told } = console.phrases.report;
  console.tell((await openPage(bench, file)) ? told.opened(file) : told.noOpener(file));
}
