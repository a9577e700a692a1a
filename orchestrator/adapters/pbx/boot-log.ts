import type { BootLog, ConsoleEvidence } from '../../model/evidence/server-evidence.ts';
import type { RunInPbx } from './run.ts';

/** Where Asterisk writes what is worth reading. */
const LOG_FILE = '/var/log/asterisk/messages';

/** More than any boot has to say. */
const MOST_BYTES = 4_000_000;
/** A file of ten thousand bad lines is told by the first of them. */
const MOST_LINES = 100;

/** Reads what Asterisk complained of when it booted last. */
export async function readBootLog(run: RunInPbx): Promise<BootLog> {
  const { stdout } = await run(['head', '-c', String(MOST_BYTES), LOG_FILE]);
  return parseBootLog(stdout);
}

/**
 * Picks the errors and warnings of the last boot out of a log. One thread loads all modules, and does
 * nothing afterwards: whatever phones draw later carries another thread's number.
 */
export function parseBootLog(text: string): BootLog {
  const lines = text.split('\n');
  const first = lines.findLastIndex((line) => / built by /.test(line));
  const booting = first === -1 ? [] : lines.slice(first);
  const [, thread] =
    booting
      .map((line) => /NOTICE\[(\d+)\] loader\.c: \d+ modules will be loaded/.exec(line))
      .find((found) => found !== null) ?? [];
  if (thread === undefined) return { begun: false, lines: [] };
  const found = booting.flatMap((line) => {
    const [, level, by, said] = /^\[[^\]]*\] (ERROR|WARNING)\[(\d+)\] (.*)$/.exec(line) ?? [];
    return by === thread ? [`${level} ${said}`] : [];
  });
  return { begun: true, lines: [...new Set(found)].slice(0, MOST_LINES) };
}

/** Types a command at Asterisk's console. */
export async function askConsole(run: RunInPbx, command: string): Promise<ConsoleEvidence> {
  const { code, stdout, stderr } = await run(['asterisk', '-rx', command]);
  const said = `${stdout}${stderr}`.split('\n').find((line) => line.trim() !== '') ?? '';
  // A console that can't connect says so on its error output, and a wrong command ends with 0.
  const known = code === 0 && said !== '' && !/^No such command|^Unable to connect/.test(said);
  return { command, said: said.slice(0, 200), known };
}
