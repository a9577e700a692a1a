import type { Clock } from '../../base/clock.ts';

/** Waits for a promise for `within` ms at most; undefined when it has not settled by then. */
export async function deadline<T>(
  promise: Promise<T>,
  within: number,
  { clock, signal }: { readonly clock: Clock; readonly signal?: AbortSignal | undefined },
): Promise<T | undefined> {
  const over = new AbortController();
  const stop = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal]);
  const late = async (): Promise<undefined> => {
    await clock.wait(within, stop);
  };
  try {
    return await Promise.race([promise, late()]);
  } catch (error) {
    // A timer that was called off throws an error of its own.
    signal?.throwIfAborted();
    throw error;
  } finally {
    over.abort();
  }
}
