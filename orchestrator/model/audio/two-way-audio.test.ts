import { describe, expect, it } from 'vitest';
import { muLaw, noise, silence } from './impairments.ts';
import { seededRandom } from './seeded-random.ts';
import { makeSignature } from './signature.ts';
import { signatureSamples } from './signature-wave.ts';
import { twoWayAudio } from './two-way-audio.ts';

const random = seededRandom(21);
const [alice, bob] = [makeSignature(random), makeSignature(random)];
const [aliceVoice, bobVoice] = [alice, bob].map((voice) => muLaw(signatureSamples(voice, 2)));

function call(heardByAlice = silence(2), heardByBob = silence(2)) {
  return twoWayAudio(
    { heard: heardByAlice, own: alice, other: bob },
    { heard: heardByBob, own: bob, other: alice },
  );
}

describe('two-way audio', () => {
  it('is proven when each end heard the other', () => {
    const evidence = call(bobVoice, aliceVoice);
    expect(evidence.twoWay).toBe(true);
    expect(evidence.a).toMatchObject({ hears: true, echoes: false, other: { heard: 2 } });
  });

  it('is not proven when one end heard nothing, and says which', () => {
    const evidence = call(bobVoice, silence(2));
    expect(evidence.twoWay).toBe(false);
    expect([evidence.a.hears, evidence.b.hears]).toEqual([true, false]);
  });

  it('is not proven by an echo of one’s own voice', () => {
    const evidence = call(aliceVoice, bobVoice);
    expect(evidence.twoWay).toBe(false);
    expect(evidence.a).toMatchObject({ hears: false, echoes: true });
  });

  it('is not proven when an end hears the other and then itself', () => {
    const both = Int16Array.from([...(bobVoice ?? []), ...(aliceVoice ?? [])]);
    expect(call(both, aliceVoice)).toMatchObject({
      twoWay: false,
      a: { hears: true, echoes: true },
    });
  });

  it('is not proven by noise, an earlier call or too short a moment', () => {
    const hiss = noise(0, random)(silence(2).map(() => 1000));
    const earlier = signatureSamples(makeSignature(random), 2);
    const moment = bobVoice?.subarray(0, 7000);
    for (const heard of [hiss, earlier, moment]) {
      expect(call(heard, aliceVoice)).toMatchObject({ twoWay: false, a: { hears: false } });
    }
  });
});
