import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from './seeded-random.ts';
import { makeSignature, SAMPLE_RATE, TONE_SAMPLES, TONES } from './signature.ts';
import { signatureSamples, signatureWave } from './signature-wave.ts';

const TAKEN = [
  [697, 770, 852, 941, 1209, 1336, 1477, 1633],
  [350, 425, 440, 480, 620],
  [700, 1000, 1004, 1100, 2100],
].flat();

describe('a signature', () => {
  it('keeps every tone 30 Hz away from DTMF, call progress, beep, test and fax tones', () => {
    const nearest = TONES.map((tone) => Math.min(...TAKEN.map((taken) => Math.abs(taken - tone))));
    expect(Math.min(...nearest)).toBeGreaterThanOrEqual(30);
  });

  it('fills each tone with whole cycles, so that the wave has no jump at a hop', () => {
    expect(TONES.filter((tone) => (tone * TONE_SAMPLES) % SAMPLE_RATE !== 0)).toEqual([]);
  });

  it('never plays a tone twice in a period, whatever the random numbers', () => {
    const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const draws = fc.array(unit, { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(draws, (numbers) => {
        const left = [...numbers];
        const { tones } = makeSignature(() => left.shift() ?? 0);
        expect(new Set(tones).size).toBe(16);
        expect(tones.every((tone) => TONES.some((known) => known === tone))).toBe(true);
      }),
    );
  });

  it('differs from call to call', () => {
    const random = seededRandom(1);
    const drawn = Array.from({ length: 500 }, () => makeSignature(random).tones.join());
    expect(new Set(drawn).size).toBe(500);
  });
});

describe('a signature as a wave', () => {
  const signature = makeSignature(seededRandom(3));

  it('lasts as long as asked', () => {
    expect(signatureSamples(signature, 2.5)).toHaveLength(20_000);
  });

  it('peaks at a quarter of full scale and is nowhere silent', () => {
    const samples = signatureSamples(signature, 2);
    expect(samples.reduce((top, sample) => Math.max(top, Math.abs(sample)), 0)).toBe(8192);
    const eighths = Array.from({ length: 16 }, (_, index) =>
      samples.subarray(index * 1000, index * 1000 + 1000).reduce((a, b) => Math.max(a, b), 0),
    );
    expect(Math.min(...eighths)).toBeGreaterThan(7500);
  });

  it('travels as one period, however long: gzip sees it repeat', () => {
    const [short, long] = [2, 60].map(
      (seconds) => gzipSync(signatureWave(signature, seconds)).length,
    );
    expect(long).toBeLessThan((short ?? 0) + 20_000);
  });
});
