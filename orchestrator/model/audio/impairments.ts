import { SAMPLE_RATE } from './signature.ts';

/** What a telephone line does to samples on their way. */
export type Impairment = (samples: Int16Array) => Int16Array;

/** There and back through G.711 mu-law: eight bits a sample, logarithmic steps (continuous law). */
export const muLaw: Impairment = companded(
  (level) => Math.log1p(255 * level) / Math.log1p(255),
  (code) => Math.expm1(code * Math.log1p(255)) / 255,
);

/** There and back through G.711 A-law (continuous law). */
export const aLaw: Impairment = companded(
  (level) => (level < 1 / A ? A * level : 1 + Math.log(A * level)) / (1 + Math.log(A)),
  (code) => {
    const scaled = code * (1 + Math.log(A));
    return (scaled < 1 ? scaled : Math.exp(scaled - 1)) / A;
  },
);

const A = 87.6;

function companded(press: (level: number) => number, expand: (code: number) => number): Impairment {
  return (samples) =>
    samples.map((sample) => {
      const code = Math.round(127 * press(Math.min(1, Math.abs(sample) / 32768))) / 127;
      return Math.sign(sample) * Math.round(Math.min(32767, 32768 * expand(code)));
    });
}

/** Louder or softer. */
export function gain(decibels: number): Impairment {
  return (samples) => samples.map((sample) => clip(sample * 10 ** (decibels / 20)));
}

/** White noise, so many dB below the samples' own level. */
export function noise(decibels: number, random: () => number): Impairment {
  return (samples) => {
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    // A uniform spread of ±1 has a power of 1/3.
    const spread = Math.sqrt(3 * power) * 10 ** (-decibels / 20);
    return samples.map((sample) => clip(sample + spread * (2 * random() - 1)));
  };
}

/** A jitter buffer that drops or repeats pieces: `share` of all samples, `milliseconds` at a time. */
export function slips(share: number, milliseconds: number, random: () => number): Impairment {
  return (samples) => {
    const piece = Math.round((milliseconds * SAMPLE_RATE) / 1000);
    const pieces: number[] = [];
    for (let at = 0; at < samples.length; at += piece) {
      const slice = samples.subarray(at, at + piece);
      if (random() >= share) pieces.push(...slice);
      else if (random() < 0.5) pieces.push(...slice, ...slice);
    }
    return Int16Array.from(pieces);
  };
}

/** One recording after another. */
export function joined(...parts: readonly Int16Array[]): Int16Array {
  return Int16Array.from(parts.flatMap((part) => [...part]));
}

/** Nothing at all. */
export function silence(seconds: number): Int16Array {
  return new Int16Array(Math.round(seconds * SAMPLE_RATE));
}

function clip(value: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(value)));
}
