import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { systemClock } from '../../orchestrator/base/clock.ts';
import { INSTALL_FOLDER } from '../docker/lab-command.ts';
import type { Blow } from './strike.ts';

/**
 * Runs `lab` and does something at the instant, unless it has ended: `kill -9`, or something to
 * the engine under it.
 */
export function blowOf(
  environment: Readonly<Record<string, string>>,
  instead?: () => Promise<void>,
): Blow {
  return async (words, at) => {
    const main = join(INSTALL_FOLDER, 'dist', 'main.js');
    const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', ...environment };
    const began = performance.now();
    const command = spawn(process.execPath, [main, ...words], { env, stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => command.on('close', () => resolve()));
    await Promise.race([ended, systemClock.wait(at)]);
    const cut = command.exitCode === null;
    if (instead !== undefined) await instead();
    else if (cut) command.kill('SIGKILL');
    const took = cut ? at : performance.now() - began;
    await ended;
    return { cut, took };
  };
}
