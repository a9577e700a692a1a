import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type CommandResult, INSTALL_FOLDER } from './lab-command.ts';

/** A command that goes on while a test does something beside it. Disposing ends it, if it hasn't. */
export interface RunningCommand extends AsyncDisposable {
  /** Resolves once it has printed this; rejects when it ends without. */
  readonly shows: (pattern: RegExp) => Promise<void>;
  readonly send: (signal: NodeJS.Signals) => void;
  /** A killed command has code -1. */
  readonly ended: Promise<CommandResult>;
}

/** Starts `lab WORDS` in English. */
export function runningCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): RunningCommand {
  const main = join(INSTALL_FOLDER, 'dist', 'main.js');
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', ...environment };
  const command = spawn(process.execPath, [main, ...words], { env });
  let [stdout, stderr] = ['', ''];
  command.stdout.on('data', (chunk) => {
    stdout += String(chunk);
  });
  command.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const ended = new Promise<CommandResult>((resolve) => {
    command.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
  const shows = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (pattern.test(stdout + stderr)) resolve();
      };
      look();
      command.stdout.on('data', look);
      command.stderr.on('data', look);
      command.on('close', () => reject(new Error(`${pattern} never came:\n${stdout}${stderr}`)));
    });
  const dispose = async () => {
    command.kill('SIGINT');
    await ended;
  };
  return {
    shows,
    send: (signal) => void command.kill(signal),
    ended,
    [Symbol.asyncDispose]: dispose,
  };
}
