import type { Clock } from '../../base/clock.ts';

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  readonly advance: (ms: number) => Promise<void>;
  /** Resolves once something waits for exactly so many ms. */
  readonly waitedFor: (ms: number) => Promise<void>;
}

/** Makes a clock for tests; it starts at zero. */
export function fakeClock(): FakeClock {
  const waits = new Set<{
    readonly ms: number;
    readonly until: number;
    readonly done: () => void;
  }>();
  const watchers = new Set<() => void>();
  let now = 0;
  return {
    now: () => now,
    date: () => new Date(now),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) reject(signal.reason);
        const wait = { ms, until: now + ms, done: resolve };
        waits.add(wait);
        for (const watch of watchers) watch();
        signal?.addEventListener('abort', () => {
          waits.delete(wait);
          reject(signal.reason);
        });
      }),
    advance: async (ms) => {
      await turns();
      now += ms;
      for (const wait of [...waits].filter(({ until }) => until <= now)) {
        waits.delete(wait);
        wait.done();
      }
      await turns();
    },
    waitedFor: (ms) =>
      new Promise((resolve) => {
        const watch = () => {
          if ([...waits].some((wait) => wait.ms === ms)) resolve();
        };
        watchers.add(watch);
        watch();
      }),
  };
}

/** Lets everything that is already under way, streams included, come to rest. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
