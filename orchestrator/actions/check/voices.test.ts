import { describe, expect, it } from 'vitest';
import { joined, silence } from '../../model/audio/impairments.ts';
import { seededRandom } from '../../model/audio/seeded-random.ts';
import { signatureSamples, signatureWave } from '../../model/audio/signature-wave.ts';
import { writeWave } from '../../model/audio/wave.ts';
import { makeVoices, whoseVoice } from './voices.ts';

describe('the voices of a run', () => {
  it('differ from each other, and stay what they are', () => {
    const voices = makeVoices(seededRandom(1));
    const one = voices.of('3101/call');
    expect(voices.of('3102/call')).not.toEqual(one);
    expect(voices.of('3101/call')).toEqual(one);
    expect(voices.known().map(([voice]) => voice)).toEqual(['3101/call', '3102/call']);
  });

  it('are others in another run', () => {
    const [one, other] = [1, 2].map((seed) => makeVoices(seededRandom(seed)).of('3101/call'));
    expect(one).not.toEqual(other);
  });
});

describe('a recording', () => {
  it('is the voice that most of it holds', () => {
    const voices = makeVoices(seededRandom(1));
    const [little, much] = [voices.of('3101/message'), voices.of('3102/message')];
    const said = joined(signatureSamples(little, 1), silence(0.5), signatureSamples(much, 2));
    const found = whoseVoice(writeWave(said), voices);
    expect(found).toMatchObject({ voice: '3102/message', seconds: 3.5 });
    expect(found?.heard).toBeCloseTo(2, 0);
  });

  it('is nobody’s when it holds no voice of this run', () => {
    const voices = makeVoices(seededRandom(1));
    voices.of('3101/message');
    const earlier = makeVoices(seededRandom(2)).of('3101/message');
    expect(whoseVoice(signatureWave(earlier, 2), voices)).toBeNull();
    expect(whoseVoice(writeWave(silence(2)), voices)).toBeNull();
    expect(whoseVoice(Buffer.from('no sound'), voices)).toBeNull();
  });
});
