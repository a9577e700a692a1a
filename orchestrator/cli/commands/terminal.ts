import { openEngine } from '../../actions/engine/open-engine.ts';
import { readLabDefinition } from '../../actions/read-lab.ts';
import { containerOf, runInTerminal } from '../../actions/terminal.ts';
import { type Command, oneTeam, type Session } from '../session.ts';

/** `lab shell`: a root shell in the PBX, or a shell in a softphone. */
export const shellCommand: Command = (session) =>
  inTerminal(session, session.options.station === undefined ? ['bash', '-l'] : ['sh']);

/**
 * `lab console`: Asterisk's own console, as on the course sheet. Without a terminal, each line of the
 * input is one command: the real console would prompt for ever once its input has ended.
 */
export const consoleCommand: Command = (session) => {
  const one =
    'while IFS= read -r line || [ -n "$line" ]; do [ "$line" = exit ] && exit 0; asterisk -rx "$line"; done';
  const tty = session.streams.input.isTTY === true;
  return inTerminal(session, ['sh', '-c', tty ? 'exec asterisk -rvvvv' : one]);
};

/** `lab logs`: the end of Asterisk's log; with --follow, what comes too. */
export const logsCommand: Command = (session) => {
  const log = '/var/log/asterisk/messages';
  const { follow } = session.options;
  if (follow !== true) return inTerminal(session, ['tail', '-n', '200', log], true);
  // In the container, `tail -F` would outlive us: it ends when its input does.
  const following = `tail -n 200 -F ${log} & cat >/dev/null; kill $!`;
  const tty = session.streams.input.isTTY === true;
  return inTerminal(
    session,
    tty ? ['tail', '-n', '200', '-F', log] : ['sh', '-c', following],
    true,
  );
};

async function inTerminal(
  session: Session,
  command: readonly string[],
  listenOnly = false,
): Promise<number> {
  const { options, streams, surroundings, prefix, work } = session;
  const team = oneTeam(session);
  const opened = await work([], async (bench) => {
    const { definition } = await readLabDefinition(bench, options.lab);
    const { connection } = await openEngine(bench, { url: options.engine, mayStart: false });
    const { station } = options;
    return {
      signal: bench.signal,
      clock: bench.clock,
      connection,
      container: await containerOf(connection, { definition, prefix, team, station }),
    };
  });
  return await runInTerminal(opened.connection, {
    container: opened.container,
    command,
    terminal: streams,
    listenOnly,
    signal: opened.signal,
    clock: opened.clock,
    type: surroundings.environment.TERM ?? 'xterm',
  });
}
