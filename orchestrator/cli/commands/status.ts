import { openEngine } from '../../actions/engine/open-engine.ts';
import { readLabDefinition } from '../../actions/read-lab.ts';
import { status } from '../../actions/status.ts';
import { statusReport } from '../../reports/status-report.ts';
import { EXIT } from '../exit-status.ts';
import { type Command, optionalTeams } from '../session.ts';

/** `lab status`: what runs and which lines are registered. */
export const statusCommand: Command = async ({ options, console, prefix, language, work }) => {
  const teams = optionalTeams(options);
  const found = await work([], async (bench) => {
    const { definition } = await readLabDefinition(bench, options.lab);
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    return status({ connection, definition, prefix, teams });
  });
  if (console.json) console.printData(found);
  else console.print(statusReport(found, language));
  return EXIT.done;
};
