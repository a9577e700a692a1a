import { setTimeout as delay } from 'node:timers/promises';

/** The only source of time: what it is now, and waiting a while (replaced in unit tests). */
export interface Clock {
  /** Milliseconds that only ever grow; the zero is arbitrary. */
  readonly now: () => number;
  /** The wall clock, for what people read. */
  readonly date: () => Date;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when it is aborted. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  wait: async (ms, signal) => {
    try {
      await delay(ms, undefined, signal ? { signal } : {});
    } catch (error) {
      // Node rejects with an AbortError of its own that hides the signal's reason.
      signal?.throwIfAborted();
      throw error;
    }
  },
};
