import { recognise } from './recognise.ts';
import { SAMPLE_RATE, type Signature, TONE_SAMPLES } from './signature.ts';

/** What is looked at besides the seconds asked for: the window of a look may begin anywhere. */
const MARGIN_SECONDS = 0.75;

/**
 * Makes a question to put to sound as it grows: have its last seconds been this signature? Looks at
 * an eighth of a second at a time, however often it is asked.
 */
export function hears(signature: Signature, seconds: number): (samples: Int16Array) => boolean {
  const length = Math.round((seconds + MARGIN_SECONDS) * SAMPLE_RATE);
  let looked = 0;
  return (samples) => {
    if (samples.length - looked < TONE_SAMPLES) return false;
    looked = samples.length;
    // On the same grid as a look at the whole, so that both come to the same result.
    const start = TONE_SAMPLES * Math.floor(Math.max(0, samples.length - length) / TONE_SAMPLES);
    return recognise(samples.subarray(start), signature).heard >= seconds;
  };
}
