import { join, resolve } from 'node:path';
import { readResult } from '../../../actions/grade/results/read-result.ts';
import { openPage } from '../../../actions/report/open-page.ts';
import { saveReport } from '../../../actions/report/save-report.ts';
import type { Workbench } from '../../../actions/workbench.ts';
import { labError } from '../../../base/lab-error.ts';
import { visible } from '../../../base/text/visible.ts';
import type { ReportName } from '../../../reports/report-names.ts';
import { EXIT } from '../../exit-status.ts';
import type { Command, Session } from '../../session.ts';
import { askedFormat, keptBack, type MadeReport, madeReports } from './made-reports.ts';
import { reportInput } from './report-input.ts';

/** Where reports go, in the folder of their result, when nobody says where. */
const FOLDER = 'reports';

/** `lab report`: pages, tables and files for other programs, from a result that was kept. */
export const reportCommand: Command = async (session) => {
  const { options, streams } = session;
  const name = askedFormat(options.format);
  const [word] = session.arguments;
  return session.work([], async (bench) => {
    const found = await readResult(bench, word);
    const input = await reportInput(session, name, found);
    const made = madeReports(name, input);
    const files = destinations(session, { name, made, folder: found.folder });
    const say = sayer(session, files.length === 0);
    if (files.length === 0) for (const { report } of made) printed(streams.output, report.text);
    for (const [index, { report }] of made.entries()) {
      const file = files[index];
      if (file === undefined) continue;
      await saveReport(file, report.text);
      say(session.console.phrases.report.told.wrote(file));
    }
    const remarks = made.flatMap(({ report }) => report.remarks);
    for (const remark of [...keptBack(name, input), ...remarks]) say(remark);
    if (options.open === true) await open(bench, files, session);
    return EXIT.done;
  });
};

/** Byte for byte into a file or another program; on a terminal, what teams wrote moves nothing. */
function printed(output: NodeJS.WriteStream, text: string): void {
  output.write(output.isTTY === true ? visible(text) : text);
}

/** What is said besides the report must not get into it. */
function sayer({ streams, console }: Session, isPrinted: boolean): (text: string) => void {
  return isPrinted ? (text) => void streams.errors.write(`${visible(text)}\n`) : console.tell;
}

interface Made {
  readonly name: ReportName;
  readonly made: readonly MadeReport[];
  readonly folder: string;
}

/** The file of each report; none: they are printed. */
function destinations(session: Session, { name, made, folder }: Made): readonly string[] {
  const { options, surroundings } = session;
  const { output, out } = options;
  if (output !== undefined) {
    if (made.length > 1) throw labError('report-one-file', { format: name, found: made.length });
    return [resolve(surroundings.cwd, output)];
  }
  if (out !== undefined) return made.map(({ file }) => resolve(surroundings.cwd, out, file));
  const isPrinted = made.length === 1 && options.open !== true;
  return isPrinted
    ? []
    : made.map(({ file }) => resolve(surroundings.cwd, join(folder, FOLDER, file)));
}

async function open(bench: Workbench, files: readonly string[], { console }: Session) {
  const { told } = console.phrases.report;
  for (const file of files) {
    console.tell((await openPage(bench, file)) ? told.opened(file) : told.noOpener(file));
  }
}
