import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { pollUntil } from '../../orchestrator/base/poll-until.ts';
import { INSTALL_FOLDER } from './lab-command.ts';

/** How long a screen may take to show something, in ms. */
const WITHIN = 20_000;

/** A person's terminal with `lab` running in it. */
export interface PseudoTerminal extends AsyncDisposable {
  /** Presses keys: text as it is, `\r` is Enter and `\u0003` Ctrl-C. */
  readonly type: (keys: string) => void;
  /** Waits until this appears, after what was waited for before; the text up to there, uncoloured. */
  readonly shows: (awaited: string | RegExp) => Promise<string>;
  /** Waits for the end of `lab`, and tells its exit status. */
  readonly ended: () => Promise<number>;
}

/** Its size, and variables besides those of the tests. */
export interface TerminalSetting {
  readonly rows: number;
  readonly columns: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** Colours, cursor movements, carriage returns, and the beginning of one that is still to come. */
const CONTROLS = new RegExp(`\r|${'\u001b'}(\\[[0-9;?]*([A-Za-z]|$)|$)`, 'g');

/** Runs `lab WORDS` in a terminal of its own, made by script(1), which every Debian has. */
export function pseudoTerminal(
  words: readonly string[],
  { rows, columns, environment }: TerminalSetting,
): PseudoTerminal {
  const command = [process.execPath, join(INSTALL_FOLDER, 'dist', 'main.js'), ...words];
  const quoted = command.map((word) => `'${word}'`).join(' ');
  const script = `stty rows ${rows} cols ${columns}; exec ${quoted}`;
  const child = spawn('script', ['-qefc', script, '/dev/null'], {
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', TERM: 'xterm', ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  let screen = '';
  let seen = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
  });
  const shows = async (awaited: string | RegExp): Promise<string> => {
    const look = async () => {
      const rest = screen.replaceAll(CONTROLS, '').slice(seen);
      const at = typeof awaited === 'string' ? rest.indexOf(awaited) : rest.search(awaited);
      return at === -1 ? null : rest.slice(0, at + (matched(rest.slice(at), awaited) ?? 0));
    };
    const { seen: found } = await pollUntil(look, (text) => text !== null, {
      clock: systemClock,
      within: WITHIN,
    });
    if (found === null) throw new Error(`no ${awaited} on the screen:\n${screen}`);
    seen += found.length;
    return found;
  };
  return {
    type: (keys) => void child.stdin.write(keys),
    shows,
    ended: async () => {
      const late = setTimeout(() => child.kill('SIGKILL'), WITHIN);
      const [code] = (await exit) as [number | null];
      clearTimeout(late);
      if (code === null) throw new Error(`lab did not end; the screen:\n${screen}`);
      return code;
    },
    [Symbol.asyncDispose]: () => close(child, exit),
  };
}

function matched(text: string, awaited: string | RegExp): number | undefined {
  return typeof awaited === 'string' ? awaited.length : awaited.exec(text)?.[0].length;
}

async function close(child: ChildProcess, exit: Promise<unknown>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await exit;
}
