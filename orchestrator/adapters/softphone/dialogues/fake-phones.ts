import { seededRandom } from '../../../model/audio/seeded-random.ts';
import { makeSignature, SAMPLE_RATE } from '../../../model/audio/signature.ts';
import { signatureSamples } from '../../../model/audio/signature-wave.ts';
import type { FakeBaresip } from '../fake-baresip.ts';
import { type FakeClock, fakeClock } from '../fake-clock.ts';
import { type Exchange, type FakeLines, fakeLines } from '../fake-exchange.ts';
import { type FakeHearing, fakeHearing } from '../fake-hearing.ts';
import { Hearing } from '../hearing.ts';
import { LineClient } from '../line-client.ts';
import type { Party } from './phone.ts';

/** A phone that a dialogue can use, and the hand-written softphone behind it. */
export interface FakePhone extends Party {
  readonly baresip: FakeBaresip;
  /** What leads to its ears. */
  readonly hearing: FakeHearing;
  /** Lets the phone hear samples. */
  readonly hear: (samples: Int16Array) => void;
  /** So many seconds of what the phone says. */
  readonly says: (seconds: number) => Int16Array;
}

/** Two phones, 3101 that calls and 3102, the exchange between them and their clock. */
export interface FakePhones {
  readonly clock: FakeClock;
  readonly lines: FakeLines;
  readonly caller: FakePhone;
  readonly callee: FakePhone;
}

/** Makes two phones; `connected` is called when the caller is, with the callee or with a machine. */
export function fakePhones(
  exchange: Exchange,
  connected: (phones: FakePhones, to: 'callee' | 'machine') => void = () => undefined,
): FakePhones {
  const clock = fakeClock();
  const random = seededRandom(1);
  const lines = fakeLines(exchange, (to) => connected(phones, to));
  const phone = (line: string, baresip: FakeBaresip): FakePhone => {
    const fake = fakeHearing();
    const hearing = new Hearing(fake.stream, { line, clock });
    const client = new LineClient(baresip.stream, { line, clock });
    const signature = makeSignature(random);
    return {
      ...{ client, baresip, hearing: fake, idleVoice: '/idle.wav' },
      voice: { path: `/lines/${line}/voice.wav`, signature },
      listen: () => hearing.listen({ within: 1000 }),
      hear: fake.hear,
      says: (seconds) => signatureSamples(signature, seconds),
    };
  };
  const phones: FakePhones = {
    ...{ clock, lines },
    caller: phone('3101', lines.caller),
    callee: phone('3102', lines.callee),
  };
  return phones;
}

/** A tone: of 700 Hz the beep of voicemail, of any other its speech. */
export function tone(hertz: number, seconds: number): Int16Array {
  return Int16Array.from({ length: seconds * SAMPLE_RATE }, (_, index) =>
    Math.round(6000 * Math.sin((2 * Math.PI * hertz * index) / SAMPLE_RATE)),
  );
}

/** What each phone was left with: no call, its idle voice, and nobody who listens. */
export async function leftBehind({ caller, callee }: Pick<FakePhones, 'caller' | 'callee'>) {
  return Promise.all(
    [caller, callee].map(async ({ client, baresip, hearing }) => ({
      calls: await client.command('listcalls'),
      voice: baresip.commands.findLast((command) => command.startsWith('ausrc')) ?? null,
      listens: hearing.words.at(-1) === 'listen',
    })),
  );
}
