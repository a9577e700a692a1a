import type { RunInPbx } from './run.ts';

/** Whether Asterisk takes calls; when it is dead, the last lines that it logged; or is not there at all. */
export type Readiness =
  | { readonly state: 'ready' }
  | { readonly state: 'dead'; readonly log: readonly string[] }
  | { readonly state: 'slow' }
  | { readonly state: 'not-installed' };

/**
 * Waits, inside the PBX, until Asterisk has fully booted, has died or has taken too long. The image's
 * own `pbx-ready` does the waiting, so that one call is enough; its exit statuses are 0, 3, 4 and 5.
 */
export async function awaitBoot(run: RunInPbx): Promise<Readiness> {
  const { code, stdout } = await run(['/usr/local/sbin/pbx-ready']);
  if (code === 0) return { state: 'ready' };
  if (code === 3) return { state: 'dead', log: stdout.split('\n').filter((line) => line !== '') };
  return { state: code === 5 ? 'not-installed' : 'slow' };
}
