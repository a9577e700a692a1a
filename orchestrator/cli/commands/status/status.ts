import { openEngine } from '../../../actions/engine/open-engine.ts';
import { gateBook, gateSessions } from '../../../actions/gate/gate-sessions.ts';
import { readLabDefinition } from '../../../actions/read-lab.ts';
import { classStatus, type StatusRequest } from '../../../actions/status/class-status.ts';
import type { Workbench } from '../../../actions/workbench.ts';
import type { ClassStatus } from '../../../model/status/class-status.ts';
import { gateSessionsReport } from '../../../reports/gate/gate-report.ts';
import { classGrid } from '../../../reports/status/class-grid.ts';
import { teamPage } from '../../../reports/status/team-page.ts';
import { EXIT } from '../../exit-status.ts';
import { type Command, optionalTeams, type Session } from '../../session.ts';
import { watchStatus } from './watch.ts';

/** `lab status`: the class at a glance, or one team in full; `--watch` goes on. */
export const statusCommand: Command = async (session) => {
  const { options, console } = session;
  if (options.watch === true) return watchStatus(session, (bench) => prepare(session, bench));
  const [found, now, inside] = await session.work([], async (bench) => [
    await classStatus(await prepare(session, bench)),
    bench.clock.date(),
    await gateSessions(bench, session.prefix),
  ]);
  if (console.json) console.printData(found);
  else {
    console.print(statusText(session, found, now));
    const shown = inside.filter((one) => found.teams.some(({ team }) => team === one.team));
    const guests = gateSessionsReport(shown, session.language);
    if (guests !== null) console.print(`\n${guests}`);
  }
  return EXIT.done;
};

/** The page of the one team that was asked for, the grid of several. */
export function statusText({ options, language }: Session, found: ClassStatus, now: Date): string {
  const [team] = found.teams;
  const isOne = optionalTeams(options)?.length === 1 && team !== undefined;
  return isOne ? teamPage(team, now, language) : classGrid(found, now, language);
}

async function prepare({ options, prefix }: Session, bench: Workbench): Promise<StatusRequest> {
  const teams = optionalTeams(options);
  const { definition } = await readLabDefinition(bench, options.lab);
  const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
  const { stateFolder } = bench.surroundings;
  const sessions = gateBook(bench, prefix);
  return { connection, definition, prefix, teams, stateFolder, sessions };
}
