import { labCommand } from './lab-command.ts';

/**
 * Gives all engine tests one engine with the images in it, in the way that a user gets them. An
 * engine that was not running before is stopped afterwards; its images stay for the next time.
 */
export async function setup(): Promise<() => Promise<void>> {
  const before = JSON.parse((await labCommand(['engine', 'status', '--json'])).stdout) as {
    readonly state: string;
  };
  const built = await labCommand(['images', 'build', '--yes'], { within: 20 * 60_000 });
  if (built.code !== 0) throw new Error(`no images:\n${built.stdout}${built.stderr}`);
  return async () => {
    if (before.state === 'running') return;
    const stopped = await labCommand(['engine', 'stop']);
    if (stopped.code !== 0) throw new Error(`engine not stopped:\n${stopped.stderr}`);
  };
}
