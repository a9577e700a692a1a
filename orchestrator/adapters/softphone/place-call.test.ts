import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../model/audio/impairments.ts';
import { makeSignature } from '../../model/audio/signature.ts';
import { timelineText } from '../../model/calls/timeline.ts';
import type { CallRequest } from './call-request.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { type Exchange, fakeLines } from './fake-exchange.ts';
import { LineClient } from './line-client.ts';
import { placeCall } from './place-call.ts';

/** A call about to be placed, and everything that it touches. */
function call(exchange: Exchange, more: Partial<CallRequest> = {}) {
  const clock = fakeClock();
  const random = seededRandom(1);
  const phones = fakeLines(exchange);
  const voices = new Map<string, Uint8Array>();
  const party = (line: string, phone: typeof phones.caller) => ({
    client: new LineClient(phone.stream, { line, clock }),
    signature: makeSignature(random),
  });
  const request: CallRequest = {
    caller: party('3101', phones.caller),
    callee: party('3102', phones.callee),
    number: '3102',
    sample: 2222,
    files: {
      putVoice: async (line, wave) => {
        voices.set(line, wave);
        return `/lines/${line}/voice.wav`;
      },
      fetchHeard: async (line) => [Buffer.from(`heard by ${line}`)],
    },
    ...more,
  };
  return { clock, phones, voices, request };
}

async function talkedThrough(clock: FakeClock, request: CallRequest) {
  const placed = placeCall(request);
  await clock.waitedFor(2222);
  await clock.advance(2222);
  return placed;
}

describe('placing a call', () => {
  it('lets both ends speak for the length of the sample, then hangs up', async () => {
    const { clock, request, phones } = call('connects');
    const placed = await talkedThrough(clock, request);
    expect(placed).toMatchObject({ outcome: 'answered', talked: 2222 });
    expect(timelineText(placed.caller.timeline)).toBe(
      '0.00 dial 3102 · 0.00 ringing · 0.00 established · 0.00 rtp · 2.22 hangup · ' +
        '2.22 closed Connection reset by user',
    );
    expect(timelineText(placed.callee.timeline)).toBe(
      '0.00 incoming 3101 · 0.00 accept · 0.00 established · 0.00 rtp · ' +
        '2.22 closed Connection reset by peer',
    );
    expect(phones.callee.commands).not.toContain('hangup');
  });

  it('is hung up by the end that is asked to', async () => {
    const { clock, request } = call('connects', { hangUpBy: 'callee' });
    const placed = await talkedThrough(clock, request);
    expect(timelineText(placed.callee.timeline)).toContain('closed Connection reset by user');
  });

  it('gives each end its own voice before it dials, and brings back what each heard', async () => {
    const { clock, request, phones, voices } = call('connects');
    const placed = await talkedThrough(clock, request);
    expect(voices.get('3101')).not.toEqual(voices.get('3102'));
    expect(phones.caller.commands.slice(0, 3)).toEqual([
      'listcalls',
      'ausrc aufile,/lines/3101/voice.wav',
      'dial 3102',
    ]);
    expect(placed.callee.heard).toEqual([Buffer.from('heard by 3102')]);
  });

  it('gives back the voice that lines have outside such calls', async () => {
    const { clock, request, phones } = call('connects');
    await talkedThrough(clock, { ...request, files: { ...request.files, idleVoice: '/idle.wav' } });
    for (const { commands } of [phones.caller, phones.callee]) {
      expect(commands.at(-1)).toBe('ausrc aufile,/idle.wav');
    }
  });

  it('takes its sample all the same when one end hears nothing', async () => {
    const { clock, request } = call('connects-one-way');
    const placed = placeCall(request);
    await clock.waitedFor(3000);
    await clock.advance(3000);
    await clock.waitedFor(2222);
    await clock.advance(2222);
    const { outcome, caller, callee } = await placed;
    expect(outcome).toBe('answered');
    expect(timelineText(callee.timeline)).toContain('rtp');
    expect(timelineText(caller.timeline)).not.toContain('rtp');
  });

  it('reports a refused call as what it is', async () => {
    const { request, phones } = call('refuses');
    const placed = await placeCall(request);
    expect(placed).toMatchObject({ outcome: 'ended', talked: 0 });
    expect(timelineText(placed.caller.timeline)).toContain('closed 404 Not Found');
    expect(phones.callee.commands).not.toContain('accept');
  });

  it('reports that something else answered, and leaves no call up', async () => {
    const { request } = call('answers-itself');
    const placed = await placeCall(request);
    expect(placed.outcome).toBe('answered-elsewhere');
    expect(timelineText(placed.caller.timeline)).toMatch(/established .* closed/);
  });

  it('fails with what both ends saw when nothing happens', async () => {
    const { clock, request } = call('loses', { within: 4444 });
    const failed = expect(placeCall(request)).rejects.toMatchObject({
      problem: {
        code: 'call-stalled',
        params: { from: '3101', number: '3102', caller: '0.00 dial 3102', callee: '-' },
      },
    });
    await clock.waitedFor(4444);
    await clock.advance(4444);
    await failed;
  });

  it('does not touch a line that is already in a call', async () => {
    const { request, phones } = call('connects');
    phones.callee.on('listcalls', () => '> [line 1]  0:00:09  ESTABLISHED   sip:3201@x');
    await expect(placeCall(request)).rejects.toMatchObject({
      problem: { code: 'softphone-busy', params: { line: '3102', peer: 'sip:3201@x' } },
    });
    expect(phones.caller.commands).not.toContain('dial 3102');
  });

  it('leaves no call up when it is called off', async () => {
    const calledOff = new AbortController();
    const { clock, request, phones } = call('connects', { signal: calledOff.signal });
    const failed = expect(placeCall(request)).rejects.toThrow('Ctrl-C');
    await clock.waitedFor(2222);
    calledOff.abort(new Error('Ctrl-C'));
    await failed;
    expect(phones.caller.commands.at(-1)).toBe('hangup');
  });
});
