import { describe, expect, it } from 'vitest';
import type { Exchange } from '../fake-exchange.ts';
import { type FakePhones, fakePhones, leftBehind } from './fake-phones.ts';
import { type CallRequest, placeCall } from './place-call.ts';

/** Both ends hear a second and a quarter of each other. */
function bothTalk({ caller, callee }: FakePhones): void {
  caller.hear(callee.says(1.25));
  callee.hear(caller.says(1.25));
}

function call(
  exchange: Exchange,
  connected: (phones: FakePhones) => void = bothTalk,
  more: Partial<CallRequest> = {},
) {
  const phones = fakePhones(exchange, connected);
  const { caller, callee } = phones;
  const request: CallRequest = { caller, callee, number: '3102', hangUpBy: 'caller', ...more };
  return { phones, request };
}

const NOTHING_LEFT = [
  { calls: '', voice: 'ausrc aufile,/idle.wav', listens: false },
  { calls: '', voice: 'ausrc aufile,/idle.wav', listens: false },
];

describe('placing a call', () => {
  it('ends as soon as both ends have heard each other, and leaves the phones as they were', async () => {
    const { phones, request } = call('connects');
    const placed = await placeCall(request);
    expect(placed).toMatchObject({
      ...{ caller: '3101', callee: '3102', number: '3102', hungUpBy: 'caller' },
      ...{ outcome: 'answered', awaited: '', cleared: true, status: 'Connection reset by user' },
      heardByCaller: { other: 1.25, own: 0 },
      heardByCallee: { other: 1.25, own: 0 },
    });
    expect(placed.timeline.caller).toBe(
      '0.00 dial 3102 · 0.00 ringing · 0.00 established · 0.00 rtp · 0.00 hangup · ' +
        '0.00 closed Connection reset by user',
    );
    expect(placed.timeline.callee).toBe(
      '0.00 incoming 3101 · 0.00 accept · 0.00 established · 0.00 rtp · ' +
        '0.00 closed Connection reset by peer',
    );
    expect(await leftBehind(phones)).toEqual(NOTHING_LEFT);
  });

  it('gives each end its voice before it dials', async () => {
    const { phones, request } = call('connects');
    await placeCall(request);
    expect(phones.caller.baresip.commands.slice(0, 3)).toEqual([
      ...['listcalls', 'ausrc aufile,/lines/3101/voice.wav', 'dial 3102'],
    ]);
    expect(phones.callee.baresip.commands[1]).toBe('ausrc aufile,/lines/3102/voice.wav');
  });

  it('is hung up by the end that is asked to', async () => {
    const { phones, request } = call('connects', bothTalk, { hangUpBy: 'callee' });
    const { timeline, status } = await placeCall(request);
    expect(timeline.callee).toContain('closed Connection reset by user');
    expect(status).toBe('Connection reset by peer');
    expect(phones.caller.baresip.commands).not.toContain('hangup');
  });

  it('takes an exchange that answers the caller before it rings the callee', async () => {
    const { request } = call('answers-first');
    const placed = await placeCall(request);
    expect(placed).toMatchObject({ outcome: 'answered', cleared: true });
    expect(placed.timeline.callee).toContain('incoming 3101 · 0.00 accept');
  });

  it('listens its whole time where one end hears nothing, and says which', async () => {
    const { phones, request } = call('connects-one-way', ({ caller, callee }) => {
      callee.hear(caller.says(1.25));
    });
    const placed = placeCall(request);
    await phones.clock.waitedFor(4000);
    await phones.clock.advance(4000);
    expect(await placed).toMatchObject({
      ...{ outcome: 'answered', cleared: true },
      heardByCaller: { other: 0, own: 0 },
      heardByCallee: { other: 1.25, own: 0 },
    });
  });

  it('notices an end that hears itself', async () => {
    const { phones, request } = call('connects', ({ caller, callee }) => {
      caller.hear(caller.says(1.25));
      callee.hear(caller.says(1.25));
    });
    const placed = placeCall(request);
    await phones.clock.waitedFor(4000);
    await phones.clock.advance(4000);
    expect(await placed).toMatchObject({ heardByCaller: { other: 0, own: 1.25 } });
  });

  it('goes on at once when the exchange hangs up before anybody has heard enough', async () => {
    const { phones, request } = call('connects', ({ lines }) => lines.hangUp());
    expect(await placeCall(request)).toMatchObject({
      ...{ outcome: 'answered', status: 'Connection reset by peer' },
      heardByCaller: { other: 0, own: 0 },
    });
    expect(phones.caller.baresip.commands).not.toContain('hangup');
  });

  it('notices that the other end was not told of the hang-up, and ends that call too', async () => {
    const { phones, request } = call('leaves-up');
    const placed = placeCall(request);
    await phones.clock.waitedFor(10_000);
    await phones.clock.advance(10_000);
    expect(await placed).toMatchObject({ outcome: 'answered', cleared: false });
    expect(await leftBehind(phones)).toEqual(NOTHING_LEFT);
  });

  it('reports a refused call as what it is', async () => {
    const { phones, request } = call('refuses');
    expect(await placeCall(request)).toMatchObject({ outcome: 'ended', status: '404 Not Found' });
    expect(phones.callee.baresip.commands).not.toContain('accept');
  });

  it('reports that something else answered, and leaves no call up', async () => {
    const { phones, request } = call('answers-itself');
    const placed = placeCall(request);
    await phones.clock.waitedFor(2000);
    await phones.clock.advance(2000);
    expect(await placed).toMatchObject({ outcome: 'answered-elsewhere' });
    expect(await leftBehind(phones)).toEqual(NOTHING_LEFT);
  });

  it('stalls when nothing comes of the answer', async () => {
    const { phones, request } = call('connects');
    phones.callee.baresip.on('accept', () => '');
    const placed = placeCall(request);
    await phones.clock.waitedFor(10_000);
    await phones.clock.advance(10_000);
    expect(await placed).toMatchObject({
      ...{ outcome: 'stalled', cleared: false, awaited: 'CALL_ESTABLISHED | CALL_CLOSED' },
    });
    expect(await leftBehind(phones)).toEqual(NOTHING_LEFT);
  });

  it.each([
    ['nothing happens', 'loses'],
    ['the exchange rings somebody else', 'unrung'],
  ] as const)('is one that never rang when %s', async (_, exchange) => {
    const { phones, request } = call(exchange);
    const placed = placeCall(request);
    await phones.clock.waitedFor(10_000);
    await phones.clock.advance(10_000);
    expect(await placed).toMatchObject({
      ...{
        outcome: 'unrung',
        cleared: false,
        awaited: 'CALL_INCOMING | CALL_CLOSED | CALL_ESTABLISHED',
      },
      timeline: { callee: '-' },
    });
    expect(await leftBehind(phones)).toEqual(NOTHING_LEFT);
  });

  it('is a call that ended when the exchange takes it back just before it is answered', async () => {
    const { phones, request } = call('connects');
    let looks = 0;
    phones.callee.baresip.on('listcalls', () => {
      looks += 1;
      if (looks === 2) phones.lines.giveUp('nowhere');
      return '';
    });
    expect(await placeCall(request)).toMatchObject({
      ...{ outcome: 'ended', status: '480 Temporarily Unavailable' },
    });
  });

  it('does not touch a line that is already in a call', async () => {
    const { phones, request } = call('connects');
    phones.callee.baresip.on('listcalls', () => '> [line 1]  0:00:09  ESTABLISHED   sip:3201@x');
    await expect(placeCall(request)).rejects.toMatchObject({
      problem: { code: 'softphone-busy', params: { line: '3102', peer: 'sip:3201@x' } },
    });
    expect(phones.callee.baresip.commands).toEqual(['listcalls']);
    expect(phones.caller.baresip.commands).not.toContain('dial 3102');
    expect((await leftBehind(phones))[0]).toEqual(NOTHING_LEFT[0]);
  });

  it('leaves no call up when it is called off', async () => {
    const stop = new AbortController();
    const { phones, request } = call('connects', () => undefined, { signal: stop.signal });
    const failed = expect(placeCall(request)).rejects.toThrow('SIGINT');
    await phones.clock.waitedFor(4000);
    stop.abort(new Error('SIGINT'));
    await failed;
    expect(await leftBehind(phones)).toEqual(NOTHING_LEFT);
  });
});
