import { type Shell, shell } from '../orchestrator/adapters/shell/shell.ts';
import { labProcess } from './lab-process.ts';

/**
 * An engine with the images in it, got as a user gets it. Disposing stops it, unless it ran before.
 * The shell speaks for no prefix: engine and images are everybody's.
 */
export async function borrowEngine(
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<AsyncDisposable> {
  const tool: { readonly shell: Shell } = { shell: shell({ ...process.env, LC_ALL: 'C.UTF-8' }) };
  const before = JSON.parse(await labProcess(tool, ['engine', 'status', '--json'])) as {
    readonly state: string;
  };
  await labProcess(tool, ['images', 'build', '--yes'], { onLine: tell, signal });
  return {
    [Symbol.asyncDispose]: async () => {
      if (before.state !== 'running') await labProcess(tool, ['engine', 'stop']);
    },
  };
}
