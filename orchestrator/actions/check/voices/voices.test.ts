import { describe, expect, it } from 'vitest';
import { joined, silence } from '../../../model/audio/impairments.ts';
import { seededRandom } from '../../../model/audio/seeded-random.ts';
import { signatureSamples, signatureWave } from '../../../model/audio/signature-wave.ts';
import { writeWave } from '../../../model/audio/wave.ts';
import { makeVoices } from './voices.ts';

const NAMES = ['3101/message', '3102/message'];
const voicesOf = (seed: number) => makeVoices(seededRandom(seed), NAMES);

describe('the voices of a run', () => {
  it('differ from each other', () => {
    const voices = voicesOf(1);
    expect(voices.of('3101/message')).not.toEqual(voices.of('3102/message'));
    expect(() => voices.of('3103/message')).toThrow('no voice');
  });

  it('are the same again from the same seed, in whatever order they are asked for', () => {
    const [one, again] = [voicesOf(1), voicesOf(1)];
    const later = again.of('3102/message');
    expect(again.of('3101/message')).toEqual(one.of('3101/message'));
    expect(one.of('3102/message')).toEqual(later);
  });

  it('are others in another run', () => {
    expect(voicesOf(1).of('3101/message')).not.toEqual(voicesOf(2).of('3101/message'));
  });
});

describe('a recording', () => {
  it('is the voice that most of it holds', () => {
    const voices = voicesOf(1);
    const [little, much] = [voices.of('3101/message'), voices.of('3102/message')];
    const said = joined(signatureSamples(little, 1), silence(0.5), signatureSamples(much, 2));
    const found = voices.whose(writeWave(said));
    expect(found).toMatchObject({ voice: '3102/message', seconds: 3.5 });
    expect(found?.heard).toBeCloseTo(2, 0);
    expect(voices.whose(writeWave(said))).toEqual(found);
  });

  it('is nobody’s when it holds no voice of this run', () => {
    const voices = voicesOf(1);
    const earlier = voicesOf(2).of('3101/message');
    expect(voices.whose(signatureWave(earlier, 2))).toBeNull();
    expect(voices.whose(writeWave(silence(2)))).toBeNull();
    expect(voices.whose(Buffer.from('no sound'))).toBeNull();
  });
});
