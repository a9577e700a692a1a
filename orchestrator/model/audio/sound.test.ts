import { describe, expect, it } from 'vitest';
import { joined, muLaw, noise, silence } from './impairments.ts';
import { seededRandom } from './seeded-random.ts';
import { makeSignature, SAMPLE_RATE } from './signature.ts';
import { signatureSamples } from './signature-wave.ts';
import { greetingSeconds, hasBeep, soundSeconds } from './sound.ts';

function tone(hertz: number, seconds: number): Int16Array {
  return Int16Array.from({ length: seconds * SAMPLE_RATE }, (_, index) =>
    Math.round(6000 * Math.sin((2 * Math.PI * hertz * index) / SAMPLE_RATE)),
  );
}

describe('sound', () => {
  it('is measured apart from silence', () => {
    expect(soundSeconds(silence(2))).toBe(0);
    expect(soundSeconds(joined(silence(1), tone(440, 0.5), silence(1)))).toBeCloseTo(0.5, 1);
  });
});

describe('a greeting', () => {
  it('is sound before the beep, and no part of the beep itself', () => {
    const beep = tone(700, 0.44);
    expect(greetingSeconds(joined(silence(0.29), beep.subarray(0, 1400)))).toBeLessThan(0.05);
    expect(greetingSeconds(muLaw(joined(silence(0.5), beep)))).toBeLessThan(0.05);
    expect(greetingSeconds(joined(tone(440, 0.5), beep))).toBeCloseTo(0.5, 1);
  });
});

describe('a beep', () => {
  it('is heard on a telephone line, after silence or speech', () => {
    const random = seededRandom(3);
    expect(hasBeep(muLaw(joined(silence(1), tone(700, 0.44), silence(1))))).toBe(true);
    expect(hasBeep(noise(20, random)(joined(tone(350, 2), tone(700, 0.44))))).toBe(true);
  });

  it.each([
    ['silence', silence(2)],
    ['a ringing tone', tone(440, 2)],
    ['too short a tone', joined(silence(1), tone(700, 0.1), silence(1))],
    ['a signature', signatureSamples(makeSignature(seededRandom(4)), 4)],
  ])('is not %s', (_, samples) => {
    expect(hasBeep(samples)).toBe(false);
  });
});
