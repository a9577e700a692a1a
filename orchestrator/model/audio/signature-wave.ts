import { periodOf, SAMPLE_RATE, type Signature, TONE_SAMPLES } from './signature.ts';
import { writeWave } from './wave.ts';

/** A quarter of full scale, -12 dBFS: loud enough to survive, low enough never to clip. */
const AMPLITUDE = 8192;

/** The samples of a signature, repeated for as long as asked. */
export function signatureSamples(signature: Signature, seconds: number): Int16Array {
  const period = onePeriod(signature);
  const samples = new Int16Array(Math.round(seconds * SAMPLE_RATE));
  for (let at = 0; at < samples.length; at += period.length) {
    samples.set(period.subarray(0, samples.length - at), at);
  }
  return samples;
}

/** The WAV file that a softphone plays as its voice. */
export function signatureWave(signature: Signature, seconds: number): Uint8Array {
  return writeWave(signatureSamples(signature, seconds));
}

function onePeriod(signature: Signature): Int16Array {
  return Int16Array.from({ length: periodOf(signature) }, (_, index) => {
    const hertz = signature.tones[Math.floor(index / TONE_SAMPLES)] ?? 0;
    return Math.round(AMPLITUDE * Math.sin((2 * Math.PI * hertz * index) / SAMPLE_RATE));
  });
}
