import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { type CommandResult, INSTALL_FOLDER } from './lab-command.ts';

/** When to send which signal: once this was printed, or so many milliseconds after the start. */
export interface Interruption {
  readonly signal: NodeJS.Signals;
  readonly at: RegExp | number;
  readonly environment: Readonly<Record<string, string>>;
  /** Done instead of sending the signal to the command itself. */
  readonly instead?: () => void;
}

/** Starts `lab WORDS`, interrupts it once, and tells how it ended; a killed command has code -1. */
export async function interruptedCommand(
  words: readonly string[],
  { signal, at, environment, instead }: Interruption,
): Promise<CommandResult> {
  const main = join(INSTALL_FOLDER, 'dist', 'main.js');
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', ...environment };
  const command = spawn(process.execPath, [main, ...words], { env });
  let [stdout, stderr, sent] = ['', '', false];
  const interrupt = () => {
    if (sent || command.exitCode !== null) return;
    sent = true;
    if (instead === undefined) command.kill(signal);
    else instead();
  };
  const ended = new Promise<number>((resolve) => {
    command.on('close', (code) => resolve(code ?? -1));
  });
  command.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  command.stdout.on('data', (chunk) => {
    stdout += String(chunk);
    if (at instanceof RegExp && at.test(stdout)) interrupt();
  });
  if (typeof at === 'number') {
    await Promise.race([ended, systemClock.wait(at)]);
    interrupt();
  }
  return { code: await ended, stdout, stderr };
}
