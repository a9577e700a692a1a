import { describe, expect, it } from 'vitest';
import { turns } from '../fake-clock.ts';
import type { Exchange } from '../fake-exchange.ts';
import { type FakePhones, fakePhones, leftBehind, tone } from './fake-phones.ts';
import { leaveMessage, type MessageRequest } from './leave-message.ts';

const BEEP = tone(700, 0.44);
const GREETING = tone(440, 0.5);

/** Voicemail greets until `#` is pressed, then beeps. */
function greets({ caller }: FakePhones): void {
  caller.baresip.on('sndcode', () => {
    caller.hear(BEEP);
    return '';
  });
  caller.hear(GREETING);
}

function beepsAtOnce({ caller }: FakePhones): void {
  caller.hear(BEEP);
}

function silent(): void {}

function message(
  exchange: Exchange,
  connected: (phones: FakePhones) => void = greets,
  more: Partial<MessageRequest> = {},
) {
  const phones = fakePhones(exchange, connected);
  const { caller, callee, clock } = phones;
  const request: MessageRequest = {
    ...{ caller, callee: callee.client, number: '3102', manner: 'ring', ringAtMost: 32_000 },
    ...more,
  };
  const pass = async (ms: number) => {
    await clock.waitedFor(ms);
    await clock.advance(ms);
  };
  return { phones, request, pass };
}

async function nothingLeft(phones: FakePhones): Promise<void> {
  const [caller, callee] = await leftBehind(phones);
  expect(caller).toEqual({ calls: '', voice: 'ausrc aufile,/idle.wav', listens: false });
  expect(callee).toMatchObject({ calls: '', listens: false });
}

describe('leaving a message', () => {
  it('times the ring at the callee, cuts the greeting short and speaks after the beep', async () => {
    const { phones, request, pass } = message('voicemail', silent);
    const left = leaveMessage(request);
    await phones.clock.waitedFor(32_000);
    await phones.clock.advance(20_010);
    phones.lines.giveUp('voicemail');
    await phones.clock.waitedFor(4_000);
    greets(phones);
    await pass(1_600);
    expect(await left).toMatchObject({
      ...{ outcome: 'spoken', rang: 20_010, manner: 'ring', awaited: '', from: 0, to: 21.61 },
      ...{ caller: '3101', callee: '3102', status: 'Connection reset by user' },
    });
    expect(phones.caller.baresip.commands.filter((said) => said.startsWith('sndcode'))).toEqual([
      'sndcode #',
    ]);
    await nothingLeft(phones);
  });

  it('is refused as busy by the callee, which did ring', async () => {
    const { phones, request, pass } = message('voicemail', greets, { manner: 'refuse' });
    const left = leaveMessage(request);
    await pass(1_600);
    expect(await left).toMatchObject({ outcome: 'spoken', rang: 0, manner: 'refuse' });
    expect(phones.callee.baresip.commands).toContain('hangup');
    expect(phones.callee.baresip.commands).not.toContain('accept');
    await nothingLeft(phones);
  });

  it('presses no key into a beep that no greeting comes before', async () => {
    const { phones, request, pass } = message('voicemail', silent, { manner: 'refuse' });
    const left = leaveMessage(request);
    await phones.clock.waitedFor(4_000);
    // Packet by packet, as it comes.
    for (let at = 0; at < BEEP.length; at += 160) {
      phones.caller.hear(BEEP.subarray(at, at + 160));
      await turns();
    }
    await pass(1_600);
    expect(await left).toMatchObject({ outcome: 'spoken' });
    expect(phones.caller.baresip.commands.join()).not.toContain('sndcode');
  });

  it('presses the key where voicemail says nothing, and waits for the beep', async () => {
    const { phones, request, pass } = message('answers-itself', ({ caller }) => {
      caller.baresip.on('sndcode', () => {
        caller.hear(BEEP);
        return '';
      });
    });
    const left = leaveMessage(request);
    await pass(2_000);
    await pass(4_000);
    await pass(1_600);
    expect(await left).toMatchObject({ outcome: 'spoken', rang: null });
    await nothingLeft(phones);
  });

  it('gives up on something that never beeps', async () => {
    const { phones, request, pass } = message('voicemail', ({ caller }) => caller.hear(GREETING), {
      manner: 'refuse',
    });
    const left = leaveMessage(request);
    await pass(25_000);
    expect(await left).toMatchObject({ outcome: 'no-beep', rang: 0 });
    await nothingLeft(phones);
  });

  it.each<[string, (phones: FakePhones) => void]>([
    ['at once', ({ lines }) => lines.hangUp()],
    [
      'in the greeting',
      (phones) => {
        phones.caller.hear(GREETING);
        phones.caller.baresip.on('sndcode', () => {
          phones.lines.hangUp();
          return '';
        });
      },
    ],
  ])('waits for no beep of something that hangs up %s', async (_, connected) => {
    const { phones, request } = message('voicemail', connected, { manner: 'refuse' });
    expect((await leaveMessage(request)).outcome).toMatch(/^(no-beep|ended)$/);
    await nothingLeft(phones);
  });

  it('is a call without a beep when the exchange hangs up just before the key', async () => {
    const { phones, request } = message(
      'voicemail',
      ({ caller, lines }) => {
        caller.baresip.on('listcalls', () => {
          lines.hangUp();
          return '';
        });
        caller.hear(GREETING);
      },
      { manner: 'refuse' },
    );
    expect(await leaveMessage(request)).toMatchObject({ outcome: 'no-beep' });
    await nothingLeft(phones);
  });

  it('holds to what was said when the exchange hangs up during the message', async () => {
    const { phones, request, pass } = message('voicemail', beepsAtOnce, { manner: 'refuse' });
    const left = leaveMessage(request);
    await phones.clock.waitedFor(1_600);
    phones.lines.hangUp();
    await turns();
    await pass(1_600);
    expect(await left).toMatchObject({ outcome: 'spoken', status: 'Connection reset by peer' });
  });

  it('does not let the callee ring on past its patience', async () => {
    const { phones, request, pass } = message('voicemail', silent);
    const left = leaveMessage(request);
    await pass(32_000);
    expect(await left).toMatchObject({ outcome: 'rings-on', rang: 32_000 });
    await nothingLeft(phones);
  });

  it('ends with the call when there is no voicemail', async () => {
    const { phones, request } = message('voicemail');
    const left = leaveMessage(request);
    await phones.clock.waitedFor(32_000);
    await phones.clock.advance(20_000);
    phones.lines.giveUp('nowhere');
    expect(await left).toMatchObject({
      ...{ outcome: 'ended', rang: 20_000, status: '480 Temporarily Unavailable' },
    });
  });

  it('ends at once when the number is refused', async () => {
    const { request } = message('refuses');
    expect(await leaveMessage(request)).toMatchObject({
      ...{ outcome: 'ended', rang: null, status: '404 Not Found' },
    });
  });

  it('times the ring where the exchange answers first, and the beep from after the ring', async () => {
    const { phones, request, pass } = message('answers-first', silent);
    const left = leaveMessage(request);
    await phones.clock.waitedFor(32_000);
    phones.caller.hear(BEEP);
    await phones.clock.advance(19_000);
    phones.lines.giveUp('voicemail');
    await phones.clock.waitedFor(4_000);
    greets(phones);
    await pass(1_600);
    expect(await left).toMatchObject({ outcome: 'spoken', rang: 19_000 });
    expect(phones.caller.baresip.commands).toContain('sndcode #');
  });

  it('stalls when nothing comes of the refusal', async () => {
    const { phones, request, pass } = message('leaves-up', silent, { manner: 'refuse' });
    const left = leaveMessage(request);
    await pass(10_000);
    expect(await left).toMatchObject({
      ...{ outcome: 'stalled', rang: 0, awaited: 'CALL_ESTABLISHED | CALL_CLOSED' },
    });
    await nothingLeft(phones);
  });

  it.each([
    ['nothing happens', 'loses'],
    ['the exchange rings somebody else', 'unrung'],
  ] as const)('is one that never rang when %s', async (_, exchange) => {
    const { phones, request, pass } = message(exchange);
    const left = leaveMessage(request);
    await pass(10_000);
    expect(await left).toMatchObject({ outcome: 'unrung', rang: null });
    await nothingLeft(phones);
  });

  it('leaves a callee alone that is in a call', async () => {
    const { phones, request } = message('voicemail');
    phones.callee.baresip.on('listcalls', () => '> [line 1]  0:00:09  ESTABLISHED   sip:3201@x');
    await expect(leaveMessage(request)).rejects.toMatchObject({
      problem: { code: 'softphone-busy', params: { line: '3102' } },
    });
    expect(phones.caller.baresip.commands).toEqual([]);
  });

  it('leaves no phone ringing when it is called off', async () => {
    const stop = new AbortController();
    const { phones, request } = message('voicemail', greets, { signal: stop.signal });
    const failed = expect(leaveMessage(request)).rejects.toThrow('SIGINT');
    await phones.clock.waitedFor(32_000);
    stop.abort(new Error('SIGINT'));
    await failed;
    await nothingLeft(phones);
  });
});
