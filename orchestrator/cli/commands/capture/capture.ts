import { resolve } from 'node:path';
import { type Captured, capture } from '../../../actions/capture/capture.ts';
import { openEngine } from '../../../actions/engine/open-engine.ts';
import { readLabDefinition } from '../../../actions/read-lab.ts';
import { labError } from '../../../base/lab-error.ts';
import type { Console } from '../../console.ts';
import { EXIT } from '../../exit-status.ts';
import { askedDuration, type Command, oneTeam } from '../../session.ts';
import { captureData } from '../json-data.ts';

/** `lab capture`: a team's whole traffic as a file for Wireshark. Ctrl-C ends it well. */
export const captureCommand: Command = async (session) => {
  const { options, console, surroundings, prefix, work } = session;
  const team = oneTeam(session);
  const within = askedDuration(options);
  if (options.output === undefined) throw labError('output-missing', { example: 'team3.pcapng' });
  const file = resolve(surroundings.cwd, options.output);
  const captured = await work([team], async (bench) => {
    const { definition } = await readLabDefinition(bench, options.lab);
    const engine = await openEngine(bench, { url: options.engine, mayStart: false });
    return capture(bench, { ...engine, definition, prefix, team, file, within });
  });
  if (console.json) console.printData(captureData(captured));
  else tell(console, { ...captured, file: options.output });
  return captured.ended === 'cut' ? EXIT.environment : EXIT.done;
};

function tell({ phrases, print }: Console, { file, packets, dropped, ms, ended, team }: Captured) {
  const { capture: words } = phrases;
  print(words.done({ file, packets, seconds: ms / 1000 }));
  if (dropped !== null && dropped > 0) print(words.dropped(dropped));
  if (ended === 'cut') print(words.cut(team));
  print(words.next(file));
}
