import { SAMPLE_RATE } from './signature.ts';

/** Below this level (root mean square of 32 768) a block counts as silence: about -50 dBFS. */
export const SILENCE_LEVEL = 100;

/** The share of a block's energy that is in one tone, 0 to 1, by Goertzel's algorithm. Silence: 0. */
export function toneShare(block: Int16Array, hertz: number): number {
  const step = 2 * Math.cos((2 * Math.PI * hertz) / SAMPLE_RATE);
  let [last, before, energy] = [0, 0, 0];
  // By index: an iterator takes twice as long, and this is most of what a check computes.
  for (let index = 0; index < block.length; index += 1) {
    const sample = block[index] ?? 0;
    const next = sample + step * last - before;
    before = last;
    last = next;
    energy += sample * sample;
  }
  if (energy < block.length * SILENCE_LEVEL ** 2) return 0;
  const power = last * last + before * before - step * last * before;
  return Math.min(1, (2 * power) / (block.length * energy));
}
