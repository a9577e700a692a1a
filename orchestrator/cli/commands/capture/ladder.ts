import { resolve } from 'node:path';
import { ladder, refuseOtherFiles } from '../../../actions/capture/ladder.ts';
import { openEngine } from '../../../actions/engine/open-engine.ts';
import { readLabDefinition } from '../../../actions/read-lab.ts';
import { ladderReport } from '../../../reports/ladder/ladder-report.ts';
import { EXIT } from '../../exit-status.ts';
import type { Command } from '../../session.ts';
import { ladderData } from '../json-data.ts';

/** `lab ladder FILE`: the SIP ladder of a capture, ours or one that students hand in. */
export const ladderCommand: Command = async (session) => {
  const { options, console, surroundings, prefix, language, work } = session;
  const [name = ''] = session.arguments;
  const file = resolve(surroundings.cwd, name);
  await refuseOtherFiles(file);
  const found = await work([], async (bench) => {
    const { definition } = await readLabDefinition(bench, options.lab);
    const engine = await openEngine(bench, { url: options.engine, mayStart: true });
    return ladder(bench, { ...engine, definition, prefix, file });
  });
  if (console.json) console.printData(ladderData(file, found));
  else console.print(ladderReport(found, { file: name, language }));
  return EXIT.done;
};
