import { recogniseIn, spectrumOf } from '../../../model/audio/recognise.ts';
import { makeSignature, SAMPLE_RATE, type Signature } from '../../../model/audio/signature.ts';
import { readWave } from '../../../model/audio/wave.ts';
import { contentHash } from '../../../model/configuration/content-hash.ts';

/** The signatures of one run, by the name of the voice. */
export interface Voices {
  readonly of: (voice: string) => Signature;
  /**
   * Finds the voice of this run that a recording holds most of; null when it holds none. The spool is
   * looked at again and again: a recording is listened to once.
   */
  readonly whose: (sound: Uint8Array) => Recognised | null;
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
    whose: onceEach((sound) => whoseVoice(sound, drawn)),
  };
}

/** Whose voice a recording holds, and how much of it, in seconds. */
export interface Recognised {
  readonly voice: string;
  readonly heard: number;
  readonly seconds: number;
}

function onceEach(
  find: (sound: Uint8Array) => Recognised | null,
): (sound: Uint8Array) => Recognised | null {
  const known = new Map<string, Recognised | null>();
  return (sound) => {
    const content = contentHash(sound);
    const found = known.get(content);
    if (found !== undefined) return found;
    const fresh = find(sound);
    known.set(content, fresh);
    return fresh;
  };
}

function whoseVoice(sound: Uint8Array, drawn: ReadonlyMap<string, Signature>): Recognised | null {
  const wave = readWave(sound);
  if (!wave.ok) return null;
  const samples = wave.value;
  const spectrum = spectrumOf(samples);
  let best: Recognised | null = null;
  for (const [voice, signature] of drawn) {
    const { heard } = recogniseIn(spectrum, signature);
    if (heard <= (best?.heard ?? 0)) continue;
    best = { voice, heard, seconds: samples.length / SAMPLE_RATE };
  }
  return best;
}
