import { openEngine } from '../../actions/open-engine.ts';
import { readLabDefinition } from '../../actions/read-lab.ts';
import { containerOf, runInTerminal } from '../../actions/terminal.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { type Command, oneTeam, type Session } from '../session.ts';

/** `lab shell`: a root shell in the PBX, or a shell in a softphone. */
export const shellCommand: Command = (session) =>
  inTerminal(session, session.options.station === undefined ? ['bash', '-l'] : ['sh']);

/** `lab console`: Asterisk's own console, as on the course sheet. */
export const consoleCommand: Command = (session) => inTerminal(session, ['asterisk', '-rvvvv']);

/** `lab logs`: Asterisk's log, whole or going on. */
export const logsCommand: Command = (session) => {
  const log = '/var/log/asterisk/messages';
  const follow = session.options.follow === true ? ['-F'] : [];
  return inTerminal(session, ['tail', '-n', '200', ...follow, log]);
};

async function inTerminal(session: Session, command: readonly string[]): Promise<ExitStatus> {
  const { options, streams, surroundings, prefix, work } = session;
  const team = oneTeam(session);
  const opened = await work([], async (bench) => {
    const { definition } = await readLabDefinition(bench, options.lab);
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    const { station } = options;
    return {
      connection,
      container: await containerOf(connection, { definition, prefix, team, station }),
    };
  });
  const status = await runInTerminal(opened.connection, {
    container: opened.container,
    command,
    terminal: streams,
    type: surroundings.environment.TERM ?? 'xterm',
  });
  return status === 0 ? EXIT.done : EXIT.checkFailed;
}
