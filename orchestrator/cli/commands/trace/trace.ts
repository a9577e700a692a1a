import { resolve } from 'node:path';
import { openEngine } from '../../../actions/engine/open-engine.ts';
import { ensureImages } from '../../../actions/images/ensure-images.ts';
import { readLabDefinition } from '../../../actions/read-lab.ts';
import { folderFiles, teamFiles, trace } from '../../../actions/trace/trace.ts';
import { labError } from '../../../base/lab-error.ts';
import type { ConfigurationFiles } from '../../../model/configuration/configuration-text.ts';
import { TEAM_IMAGES } from '../../../model/images/image-folder.ts';
import { traceReport } from '../../../reports/trace-report.ts';
import { EXIT } from '../../exit-status.ts';
import { type Command, oneTeam, type Session } from '../../session.ts';
import { traceData } from './trace-data.ts';

/** `lab trace`: the way of a call through the dial plan, read from files; nothing is called. */
export const traceCommand: Command = async (session) => {
  const { options, console, language } = session;
  const call = { from: askedNumber('from', options.from), to: askedNumber('to', options.to) };
  const team = options.files === undefined ? oneTeam(session) : null;
  const path = trace(await readFiles(session), call);
  if (console.json) console.printData(traceData(team, path));
  else console.print(traceReport(path, language));
  return EXIT.done;
};

async function readFiles(session: Session): Promise<ConfigurationFiles> {
  const { options, surroundings, prefix, work } = session;
  const folder = options.files;
  if (folder !== undefined) {
    return work([], async (bench) => {
      const { definition } = await readLabDefinition(bench, options.lab);
      return folderFiles(resolve(surroundings.cwd, folder), definition);
    });
  }
  const team = oneTeam(session);
  return work([team], async (bench) => {
    const { definition } = await readLabDefinition(bench, options.lab);
    const engine = await openEngine(bench, { url: options.engine, mayStart: true });
    const built = await ensureImages(bench, { ...engine, names: TEAM_IMAGES });
    const image = built.find(({ name }) => name === 'pbx')?.tag ?? '';
    return teamFiles(bench, { connection: engine.connection, prefix, team, image, definition });
  });
}

/** A number to dial, as phones know it. */
function askedNumber(name: 'from' | 'to', found: string | undefined): string {
  const option = `--${name}`;
  if (found === undefined) throw labError('option-value-missing', { option });
  if (/^[0-9*#]{1,20}$/.test(found)) return found;
  throw labError('option-value-wrong', { option, found, allowed: '3101, 3199' });
}
