import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../model/audio/seeded-random.ts';
import { makeSignature } from '../../../model/audio/signature.ts';
import { signatureSamples } from '../../../model/audio/signature-wave.ts';
import type { Exchange } from '../fake-exchange.ts';
import { type ConsultRequest, consult } from './consult.ts';
import { type FakePhones, fakePhones, leftBehind, tone } from './fake-phones.ts';

const MESSAGE = makeSignature(seededRandom(9));
const PROMPT = tone(440, 0.3);
const SPEECH = tone(440, 5);

/** Voicemail says something; for each time that keys are pressed, it does the next of these. */
function answers(...acts: readonly ((phones: FakePhones) => void)[]) {
  return (phones: FakePhones) => {
    const left = [...acts];
    phones.caller.baresip.on('sndcode', () => {
      left.shift()?.(phones);
      return '';
    });
    phones.caller.hear(PROMPT);
  };
}

const plays = ({ caller }: FakePhones) => caller.hear(signatureSamples(MESSAGE, 1.25));
const talks = ({ caller }: FakePhones) => caller.hear(SPEECH);
const hangsUp = ({ lines }: FakePhones) => lines.hangUp();

function visit(
  connected: (phones: FakePhones) => void,
  { exchange = 'answers-itself', ...more }: Partial<ConsultRequest> & { exchange?: Exchange } = {},
) {
  const phones = fakePhones(exchange, connected);
  const request: ConsultRequest = {
    ...{ caller: phones.caller, number: '3199', message: MESSAGE },
    steps: [
      { keys: '1234#', listen: 1 },
      { keys: '11', listen: 1 },
    ],
    ...more,
  };
  const keys = () =>
    phones.caller.baresip.commands.filter((command) => command.startsWith('sndcode'));
  return { phones, request, keys };
}

async function nothingLeft(phones: FakePhones): Promise<void> {
  expect((await leftBehind(phones))[0]).toEqual({
    ...{ calls: '', voice: 'ausrc aufile,/idle.wav', listens: false },
  });
}

describe('a visit to voicemail', () => {
  it('presses each step’s keys when the last one’s answer was heard, and ends with the message', async () => {
    const { phones, request, keys } = visit(answers(talks, plays));
    expect(await consult(request)).toMatchObject({
      ...{ caller: '3101', number: '3199', outcome: 'answered', prompted: true },
      ...{ keys: '1234#11', heard: expect.closeTo(1.25, 0), status: 'Connection reset by user' },
    });
    expect(keys()).toEqual(['sndcode 1234#', 'sndcode 11']);
    await nothingLeft(phones);
  });

  it('presses no key before the prompt began', async () => {
    const { phones, request, keys } = visit(({ caller }) => caller.hear(tone(440, 0.06)));
    const visited = consult(request);
    await phones.clock.waitedFor(4_000);
    expect(keys()).toEqual([]);
    phones.caller.baresip.on('sndcode', () => {
      plays(phones);
      return '';
    });
    phones.caller.hear(PROMPT);
    expect(await visited).toMatchObject({ prompted: true, heard: expect.closeTo(1.25, 0) });
  });

  it('presses no more keys once it has heard the message', async () => {
    const { request, keys } = visit(answers(plays));
    expect(await consult(request)).toMatchObject({ keys: '1234#', heard: expect.closeTo(1.25, 0) });
    expect(keys()).toEqual(['sndcode 1234#']);
  });

  it('ends with its steps when the message does not come', async () => {
    const { phones, request } = visit(answers(talks, talks));
    expect(await consult(request)).toMatchObject({
      ...{ outcome: 'answered', keys: '1234#11', heard: 0, status: 'Connection reset by user' },
    });
    await nothingLeft(phones);
  });

  it('takes no other signature for the message', async () => {
    const { request } = visit(answers(talks, ({ caller }) => caller.hear(caller.says(1.25))));
    expect(await consult(request)).toMatchObject({ heard: 0 });
  });

  it.each<[string, (phones: FakePhones) => void, string]>([
    ['before any key', hangsUp, ''],
    ['after a key', answers(hangsUp), '1234#'],
    ['after the last key', answers(talks, hangsUp), '1234#11'],
  ])('ends when the exchange hangs up %s', async (_, connected, keys) => {
    const { phones, request } = visit(connected);
    expect(await consult(request)).toMatchObject({
      ...{ outcome: 'answered', keys, heard: 0, status: 'Connection reset by peer' },
    });
    expect(phones.caller.baresip.commands).not.toContain('hangup');
  });

  it('ends when the exchange hangs up while keys are about to be pressed', async () => {
    const { phones, request } = visit(({ caller, lines }) => {
      caller.baresip.on('listcalls', () => {
        lines.hangUp();
        return '';
      });
      caller.hear(PROMPT);
    });
    expect(await consult(request)).toMatchObject({ outcome: 'answered', keys: '' });
    await nothingLeft(phones);
  });

  it('hears a message to which the exchange hangs up at once', async () => {
    const { request } = visit(
      answers((phones) => {
        plays(phones);
        hangsUp(phones);
      }),
    );
    expect(await consult(request)).toMatchObject({
      outcome: 'answered',
      heard: expect.closeTo(1.25, 0),
    });
  });

  it('presses its keys all the same where nothing prompts, and waits a while for an answer', async () => {
    const steps = [{ keys: '1234#11', listen: 4 }];
    const { phones, request } = visit(() => undefined, { steps });
    const visited = consult(request);
    await phones.clock.waitedFor(4_000);
    await phones.clock.advance(4_000);
    // Seven keys of 240 ms, and six seconds.
    await phones.clock.waitedFor(7_680);
    await phones.clock.advance(7_680);
    expect(await visited).toMatchObject({
      ...{ outcome: 'answered', prompted: false, keys: '1234#11', heard: 0 },
    });
    await nothingLeft(phones);
  });

  it('says how a number refuses', async () => {
    const { request } = visit(() => undefined, { exchange: 'refuses' });
    expect(await consult(request)).toMatchObject({
      ...{ outcome: 'ended', status: '404 Not Found', prompted: false, keys: '' },
    });
  });

  it('stalls on an exchange that says nothing', async () => {
    const { phones, request } = visit(() => undefined, { exchange: 'loses' });
    const visited = consult(request);
    await phones.clock.waitedFor(10_000);
    await phones.clock.advance(10_000);
    expect(await visited).toMatchObject({ outcome: 'stalled', heard: 0 });
    await nothingLeft(phones);
  });

  it('hangs up when it is called off', async () => {
    const stop = new AbortController();
    const { phones, request } = visit(() => undefined, { signal: stop.signal });
    const failed = expect(consult(request)).rejects.toThrow('SIGINT');
    await phones.clock.waitedFor(4_000);
    stop.abort(new Error('SIGINT'));
    await failed;
    await nothingLeft(phones);
  });
});
