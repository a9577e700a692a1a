/** The audio signature of one leg of a call: tones in Hz, played one after the other, over and over. */
export interface Signature {
  readonly tones: readonly number[];
}

/** Samples a second on every telephone line here. */
export const SAMPLE_RATE = 8000;

/** One tone lasts an eighth of a second. */
export const TONE_SAMPLES = 1000;

/** Sixteen tones make a period of two seconds: 32 000 bytes, so gzip's 32 KiB window sees it repeat. */
const TONES_IN_SIGNATURE = 16;

/**
 * The tones that a signature is drawn from. Multiples of 8 Hz, so that each fills its eighth of a
 * second with whole cycles and the wave has no jump at a hop. At least 30 Hz away from DTMF (697 to
 * 1633), call progress (350, 425, 440, 480, 620), the voicemail beep (700), test tone (1000, 1004),
 * and fax or echo-canceller tones (1100, 2100), that an exchange might act on.
 */
export const TONES = [
  536, 656, 736, 808, 896, 1056, 1152, 1272, 1408, 1552, 1712, 1800, 1896, 1992, 2200, 2296, 2392,
  2488, 2584, 2680, 2776,
] as const;

/** Draws a signature: different tones in a random order. `random` gives numbers in [0, 1). */
export function makeSignature(random: () => number): Signature {
  const left: number[] = [...TONES];
  const tones = Array.from({ length: TONES_IN_SIGNATURE }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  );
  return { tones: tones.flat() };
}

/** How long a signature takes before it starts again, in samples. */
export function periodOf(signature: Signature): number {
  return signature.tones.length * TONE_SAMPLES;
}
