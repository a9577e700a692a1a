import type { Workbench } from '../workbench.ts';

/** What opens a file as a double click would, and what has to be set for it to have a screen. */
const OPENERS: Readonly<
  Record<string, { readonly command: string; readonly screens: readonly string[] }>
> = {
  linux: { command: 'xdg-open', screens: ['DISPLAY', 'WAYLAND_DISPLAY', 'BROWSER'] },
  darwin: { command: 'open', screens: [] },
};
/** Where what an opener prints goes: nobody reads it. */
const NOWHERE = '/dev/null';

/** Opens a file with the system's opener and lets go of it; false where there is none, or no screen. */
export async function openPage(
  { shell, surroundings }: Pick<Workbench, 'shell' | 'surroundings'>,
  file: string,
): Promise<boolean> {
  const { platform, environment } = surroundings;
  if (platform === 'win32') {
    const { status } = await shell.run('cmd', ['/c', 'start', '', file], { mayFail: true });
    return status === 0;
  }
  const opener = OPENERS[platform];
  if (opener === undefined) return false;
  const { command, screens } = opener;
  if (screens.length > 0 && !screens.some((name) => (environment[name] ?? '') !== '')) return false;
  const { status } = await shell.run('sh', ['-c', 'command -v "$0"', command], { mayFail: true });
  if (status !== 0) return false;
  await shell.launch(command, [file], { log: NOWHERE });
  return true;
}
