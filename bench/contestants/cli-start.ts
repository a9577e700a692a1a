import { join } from 'node:path';
import { type BenchLab, INSTALL_FOLDER } from '../bench-lab.ts';
import { type Contestant, timed } from '../rounds.ts';

/** How long `lab` takes to say its version, and Node.js to do nothing. */
export function cliStarts({ shell }: BenchLab, signal: AbortSignal): readonly Contestant[] {
  const start = (name: string, args: readonly string[]): Contestant => ({
    name,
    clear: async () => undefined,
    run: async () => ({ [name]: await timed(() => shell.run(process.execPath, args, { signal })) }),
  });
  return [
    start('lab --version', [join(INSTALL_FOLDER, 'dist', 'main.js'), '--version']),
    start('node -e 0', ['-e', '0']),
  ];
}
