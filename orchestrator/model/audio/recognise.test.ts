import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  aLaw,
  gain,
  type Impairment,
  joined,
  muLaw,
  noise,
  silence,
  slips,
} from './impairments.ts';
import { recognise } from './recognise.ts';
import { seededRandom } from './seeded-random.ts';
import { makeSignature, type Signature } from './signature.ts';
import { signatureSamples } from './signature-wave.ts';
import { readWave } from './wave.ts';

const random = seededRandom(11);

/** `seconds` of a signature from a random point of its period, as a phone that was called hears it. */
function overheard(signature: Signature, seconds: number): Int16Array {
  const start = Math.floor(random() * 16_000);
  return signatureSamples(signature, seconds + 2).subarray(start, start + seconds * 8000);
}

describe('recognising a signature', () => {
  const lines: readonly (readonly [string, Impairment])[] = [
    ['a clean line', (samples) => samples],
    ['mu-law', muLaw],
    ['A-law', aLaw],
    ['both laws one after the other', (samples) => aLaw(muLaw(samples))],
    ['a line 20 dB softer', gain(-20)],
    ['a line that clips', gain(18)],
    ['noise 10 dB below', noise(10, random)],
    ['1 % of packets dropped or repeated', slips(0.01, 20, random)],
  ];

  it.each(lines)('hears the right one and not another over %s', (_, line) => {
    for (let pair = 0; pair < 4; pair += 1) {
      const [own, other] = [makeSignature(random), makeSignature(random)];
      const samples = line(overheard(own, 3));
      expect(recognise(samples, own).heard).toBeGreaterThan(2);
      expect(recognise(samples, other)).toMatchObject({ heard: 0, share: 0 });
    }
  });

  it('follows a clock that runs 0.1 % off', () => {
    const signature = makeSignature(random);
    const samples = overheard(signature, 4).filter((_, index) => index % 1000 !== 0);
    expect(recognise(samples, signature).share).toBeGreaterThan(0.9);
  });

  it('counts only the seconds in which it sounds', () => {
    const signature = makeSignature(random);
    const noisy = noise(0, random)(signatureSamples(makeSignature(random), 2));
    const samples = joined(silence(1.3), overheard(signature, 2), noisy, silence(0.7));
    const { heard, seconds } = recognise(samples, signature);
    expect(seconds).toBe(6);
    expect(heard).toBeGreaterThanOrEqual(2);
    expect(heard).toBeLessThan(2.4);
  });

  it('goes on after a gap, with the source started again from its beginning', () => {
    const signature = makeSignature(random);
    const samples = joined(overheard(signature, 2), silence(0.5), overheard(signature, 2));
    expect(recognise(samples, signature).heard).toBeGreaterThanOrEqual(3.9);
  });

  it('finds one second anywhere in silence', () => {
    const signature = makeSignature(random);
    for (const before of [0.1, 0.313, 0.777]) {
      const samples = joined(silence(before), overheard(signature, 1), silence(1));
      expect(recognise(samples, signature).heard).toBeGreaterThanOrEqual(1);
    }
  });

  it('says where in its period the signature stood', () => {
    const signature = makeSignature(random);
    const samples = signatureSamples(signature, 4).subarray(8000 * 0.75, 8000 * 1.75);
    expect(recognise(samples, signature).offset).toBeCloseTo(0.75, 1);
  });

  it.each([
    ['nothing', silence(0)],
    ['less than a second', signatureSamples(makeSignature(seededRandom(5)), 0.9)],
    ['silence', silence(3)],
    ['its own tones all at once', chord(makeSignature(seededRandom(5)), 3)],
    ['its tones in reverse', signatureSamples(reversed(makeSignature(seededRandom(5))), 3)],
  ])('is not heard in %s', (_, samples) => {
    expect(recognise(samples, makeSignature(seededRandom(5))).heard).toBe(0);
  });

  it('is heard in the recording of a softphone whose call is still up', () => {
    const wave = readWave(
      readFileSync(new URL('fixtures/unfinished-recording.wav', import.meta.url)),
    );
    const samples = wave.ok ? wave.value : silence(0);
    expect(recognise(samples, makeSignature(seededRandom(5))).share).toBeGreaterThan(0.9);
  });

  it('survives GSM full rate twice, as sox coded it', () => {
    const wave = readWave(readFileSync(new URL('fixtures/gsm-twice.wav', import.meta.url)));
    const samples = wave.ok ? wave.value : silence(0);
    const [played, another] = [makeSignature(seededRandom(5)), makeSignature(seededRandom(6))];
    expect(recognise(samples, played).heard).toBe(3);
    expect(recognise(samples, played).best).toBeGreaterThan(0.9);
    expect(recognise(samples, another).best).toBeLessThan(0.5);
  });
});

function reversed({ tones }: Signature): Signature {
  return { tones: tones.toReversed() };
}

function chord({ tones }: Signature, seconds: number): Int16Array {
  const voices = tones.map((tone) => signatureSamples({ tones: [tone] }, seconds));
  return silence(seconds).map((_, index) =>
    voices.reduce((sum, voice) => sum + (voice[index] ?? 0) / voices.length, 0),
  );
}
