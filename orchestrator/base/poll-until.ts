import type { Clock } from './clock.ts';

/** What polling ended with: the observation that satisfied, or the last one before the deadline. */
export type Polled<T> =
  | { readonly met: true; readonly seen: T }
  | { readonly met: false; readonly seen: T };

/** How long to poll, and how often. Milliseconds. */
export interface PollOptions {
  readonly clock: Clock;
  readonly within: number;
  readonly every?: number;
  readonly signal?: AbortSignal;
}

/**
 * Repeats `look` until `enough` holds or `within` ms have passed, always looking at least once.
 * The caller words the failure: it is handed the last thing seen.
 */
export async function pollUntil<T>(
  look: () => Promise<T>,
  enough: (seen: T) => boolean,
  options: PollOptions,
): Promise<Polled<T>> {
  const { clock, within, every = 50, signal } = options;
  const deadline = clock.now() + within;
  for (;;) {
    signal?.throwIfAborted();
    const seen = await look();
    if (enough(seen)) return { met: true, seen };
    const left = deadline - clock.now();
    if (left <= 0) return { met: false, seen };
    await clock.wait(Math.min(every, left), signal);
  }
}
