import { recogniseIn, spectrumOf } from '../../model/audio/recognise.ts';
import { makeSignature, SAMPLE_RATE, type Signature } from '../../model/audio/signature.ts';
import { readWave } from '../../model/audio/wave.ts';

/** The signatures of one run, by the name of the voice. */
export interface Voices {
  readonly of: (voice: string) => Signature;
  readonly known: () => readonly (readonly [string, Signature])[];
}

/** Makes the voices of a run, all at once: the same random numbers and names give the same voices. */
export function makeVoices(random: () => number, names: readonly string[]): Voices {
  const drawn = new Map(names.map((name) => [name, makeSignature(random)]));
  return {
    of: (voice) => {
      const signature = drawn.get(voice);
      if (signature === undefined) throw new TypeError(`no voice ${voice}`);
      return signature;
    },
    known: () => [...drawn],
  };
}

/** Whose voice a recording holds, and how much of it, in seconds. */
export interface Recognised {
  readonly voice: string;
  readonly heard: number;
  readonly seconds: number;
}

/** Finds the voice of this run that a recording holds most of; null when it holds none. */
export function whoseVoice(sound: Uint8Array, voices: Voices): Recognised | null {
  const wave = readWave(sound);
  if (!wave.ok) return null;
  const samples = wave.value;
  const spectrum = spectrumOf(samples);
  let best: Recognised | null = null;
  for (const [voice, signature] of voices.known()) {
    const { heard } = recogniseIn(spectrum, signature);
    if (heard <= (best?.heard ?? 0)) continue;
    best = { voice, heard, seconds: samples.length / SAMPLE_RATE };
  }
  return best;
}
