import { execa, type Result } from 'execa';
import { type LabError, labError } from '../../base/lab-error.ts';
import type { CommandOptions, CommandOutcome } from './command.ts';

/** How long a command may take when nobody says. */
const PATIENCE = 30_000;

/** How much of what a failed command said goes into its error. */
const LAST_LINES = 6;

/**
 * Runs a command to its end with a deadline. A missing command, a late one, and — unless
 * `mayFail` — a status other than 0 are errors with the last lines it printed.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandOutcome> {
  const { within = PATIENCE, signal, mayFail = false } = options;
  const result = await execa(command, args, {
    reject: false,
    extendEnv: false,
    env: { ...options.env },
    timeout: within,
    forceKillAfterDelay: 2_000,
    detached: options.ownGroup ?? false,
    ...(signal ? { cancelSignal: signal } : {}),
    ...streams(options),
  });
  signal?.throwIfAborted();
  const problem = problemOf(command, result, { within, mayFail });
  if (problem) throw problem;
  return { status: result.exitCode ?? 1, stdout: text(result.stdout), stderr: text(result.stderr) };
}

function streams({ terminal, onLine, input }: CommandOptions) {
  if (terminal) return { stdio: 'inherit' } as const;
  const given = input === undefined ? ({ stdin: 'ignore' } as const) : { input };
  if (!onLine) return given;
  function* told(line: unknown): Generator<unknown, void, void> {
    onLine?.(String(line));
    yield line;
  }
  return { ...given, stdout: told, stderr: told };
}

function problemOf(
  command: string,
  result: Result,
  { within, mayFail }: { readonly within: number; readonly mayFail: boolean },
): LabError | undefined {
  if (result.code === 'ENOENT') return labError('command-missing', { command }, result);
  if (result.timedOut) return labError('command-too-slow', { command, seconds: within / 1000 });
  const ended = result.exitCode !== undefined;
  if (ended && (mayFail || result.exitCode === 0)) return undefined;
  const status = result.exitCode ?? result.signal ?? String(result.code ?? 'unknown');
  return labError('command-failed', { command, status, said: lastWords(result) }, result);
}

function lastWords({ stdout, stderr }: Result): string {
  const said = text(stderr).trim() || text(stdout).trim();
  return said.split('\n').slice(-LAST_LINES).join('\n');
}

function text(output: unknown): string {
  return typeof output === 'string' ? output : '';
}
