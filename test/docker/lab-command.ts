import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shell } from '../../orchestrator/adapters/shell/shell.ts';

/** Where the tool under test is. */
export const INSTALL_FOLDER = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What a command printed, and its exit status. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Variables besides those of the tests, and the longest that the command may take (ms). */
export interface CommandSetting {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly within?: number;
}

/** Runs the built command line to its end, in English unless told otherwise. */
export async function labCommand(
  words: readonly string[],
  { environment = {}, input, within = 120_000 }: CommandSetting = {},
): Promise<CommandResult> {
  const { run } = shell({ ...process.env, LANG: 'C.UTF-8', LC_ALL: '', ...environment });
  const main = join(INSTALL_FOLDER, 'dist', 'main.js');
  const options = { within, mayFail: true, ...(input === undefined ? {} : { input }) };
  const { status, stdout, stderr } = await run(process.execPath, [main, ...words], options);
  return { code: status, stdout, stderr };
}

/** The document that --json ends with; of several teams, events stand before it, a line each. */
export function documentOf<T>(stdout: string): T {
  const events = stdout.startsWith('{"');
  return JSON.parse(events ? (stdout.trim().split('\n').at(-1) ?? '') : stdout) as T;
}
