import { systemClock } from '../orchestrator/base/clock.ts';

/** One thing that is measured again and again: each run gives some figures, by name. */
export interface Contestant {
  readonly name: string;
  /** Not measured: makes the machine as it was before the first run. */
  readonly clear: () => Promise<void>;
  readonly run: () => Promise<Readonly<Record<string, number>>>;
}

/** Every figure of every run, by the figure's name. */
export type Samples = Readonly<Record<string, readonly number[]>>;

/** How often, what ends it sooner, and where to tell how far it is. */
export interface RoundOptions {
  readonly rounds: number;
  readonly signal: AbortSignal;
  readonly tell: (text: string) => void;
}

/**
 * Runs the contestants in turn, so that noise of the machine hits all alike; each round begins with
 * another one.
 */
export async function interleaved(
  contestants: readonly Contestant[],
  { rounds, signal, tell }: RoundOptions,
): Promise<Samples> {
  const samples: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    const first = round % Math.max(1, contestants.length);
    for (const { name, clear, run } of [
      ...contestants.slice(first),
      ...contestants.slice(0, first),
    ]) {
      await clear();
      signal.throwIfAborted();
      const figures = await run();
      const told = Object.entries(figures).map(([figure, value]) => {
        samples[figure] = [...(samples[figure] ?? []), value];
        return `${figure} ${Math.round(value)}`;
      });
      tell(`${round + 1}/${rounds}  ${name}: ${told.join(', ')}`);
    }
  }
  for (const { clear } of contestants) await clear();
  return samples;
}

/** How long some work takes, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = systemClock.now();
  await work();
  return systemClock.now() - started;
}
