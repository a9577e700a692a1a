import { once } from 'node:events';
import { execa } from 'execa';
import { labError } from '../../base/lab-error.ts';
import type { HoldOptions } from './command.ts';

/**
 * Starts a command that lasts as long as its standard input is open, and waits for its first line.
 * Disposing closes the input; should the tool be killed, the system closes it, so nothing lingers.
 */
export async function holdCommand(
  command: string,
  args: readonly string[],
  { env = {}, within }: HoldOptions,
): Promise<AsyncDisposable> {
  const held = execa(command, args, {
    reject: false,
    extendEnv: false,
    env: { ...env },
    stdin: 'pipe',
    // Ctrl-C reaches the whole group of the terminal: what is held must outlast our clean-up.
    detached: true,
    cleanup: false,
  });
  const late = AbortSignal.timeout(within);
  const giveUp = () => held.kill('SIGKILL');
  late.addEventListener('abort', giveUp, { once: true });
  const ready = await Promise.race([once(held.stdout, 'data').then(() => true), ended(held)]);
  late.removeEventListener('abort', giveUp);
  if (!ready) throw await failure(command, held, late.aborted ? within : undefined);
  return {
    [Symbol.asyncDispose]: async () => {
      held.stdin.end();
      await held;
    },
  };
}

type Ended = PromiseLike<{ readonly exitCode?: number; readonly code?: string }>;

async function ended(held: Ended): Promise<boolean> {
  await held;
  return false;
}

async function failure(command: string, held: Ended, within: number | undefined) {
  const { exitCode, code } = await held;
  if (code === 'ENOENT') return labError('command-missing', { command });
  if (within !== undefined)
    return labError('command-too-slow', { command, seconds: within / 1000 });
  return labError('command-failed', { command, status: exitCode ?? 'killed', said: '' });
}
