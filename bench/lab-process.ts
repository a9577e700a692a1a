import { join } from 'node:path';
import type { CommandOptions } from '../orchestrator/adapters/shell/command.ts';
import { type BenchLab, INSTALL_FOLDER } from './bench-lab.ts';

/** The longest that one command may take, in ms: images may have to be built. */
const WITHIN = 20 * 60_000;

/** Runs the built `lab` to its end, as a person would, and returns what it printed. A failure is thrown. */
export async function labProcess(
  { shell }: Pick<BenchLab, 'shell'>,
  words: readonly string[],
  options: Pick<CommandOptions, 'onLine' | 'signal' | 'mayFail'> = {},
): Promise<string> {
  const main = join(INSTALL_FOLDER, 'dist', 'main.js');
  const { stdout } = await shell.run(process.execPath, [main, ...words], {
    ...{ within: WITHIN, ...options },
  });
  return stdout;
}
