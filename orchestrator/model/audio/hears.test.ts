import { describe, expect, it } from 'vitest';
import { hears } from './hears.ts';
import { joined, muLaw, silence } from './impairments.ts';
import { recognise } from './recognise.ts';
import { seededRandom } from './seeded-random.ts';
import { makeSignature } from './signature.ts';
import { signatureSamples } from './signature-wave.ts';

const random = seededRandom(31);
const [own, other] = [makeSignature(random), makeSignature(random)];

/** The number of samples at which a growing recording first satisfies, in packets of 20 ms; null: never. */
function firstHeard(recording: Int16Array, enough: (samples: Int16Array) => boolean) {
  for (let length = 160; length <= recording.length; length += 160) {
    if (enough(recording.subarray(0, length))) return length;
  }
  return null;
}

describe('listening for a signature in sound as it grows', () => {
  it.each([0, 0.03, 0.06, 0.1, 0.37])(
    'agrees with a look at the whole, %f s of something else before it',
    (before) => {
      const recording = joined(silence(before), muLaw(signatureSamples(own, 3)));
      const length = firstHeard(recording, hears(own, 1)) ?? 0;
      expect(length / 8000).toBeLessThan(before + 1.5);
      expect(recognise(recording.subarray(0, length), own).heard).toBeGreaterThanOrEqual(1);
    },
  );

  it('is not satisfied by another one', () => {
    expect(firstHeard(signatureSamples(other, 4), hears(own, 1))).toBe(null);
  });
});
