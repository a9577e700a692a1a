import { describe, expect, it } from 'vitest';
import type { Exchange } from '../fake-exchange.ts';
import { fakePhones } from './fake-phones.ts';
import { reach } from './reach.ts';

function tryOut(exchange: Exchange, more: { readonly signal?: AbortSignal } = {}) {
  const phones = fakePhones(exchange);
  const { caller, callee } = phones;
  const request = { caller: caller.client, callee: callee.client, number: '3102', ...more };
  const calls = () =>
    Promise.all([caller, callee].map(({ client }) => client.command('listcalls')));
  return { phones, request, calls };
}

describe('trying a number', () => {
  it.each<[Exchange, string, number]>([
    ['connects', 'rings', 0],
    ['answers-first', 'rings', 0],
    ['answers-itself', 'answered', 2_000],
    ['refuses', 'refused', 0],
    ['unrung', 'unrung', 10_000],
    ['loses', 'stalled', 10_000],
  ])('on an exchange that %s: %s, and leaves both phones free', async (exchange, outcome, ms) => {
    const { phones, request, calls } = tryOut(exchange);
    const tried = reach(request);
    if (ms > 0) {
      await phones.clock.waitedFor(ms);
      await phones.clock.advance(ms);
    }
    expect(await tried).toMatchObject({ caller: '3101', number: '3102', outcome });
    expect(await calls()).toEqual(['', '']);
  });

  it('waits until the phone that rang has stopped', async () => {
    const { phones, request } = tryOut('leaves-up');
    const tried = reach(request);
    await phones.clock.waitedFor(2_000);
    expect(phones.caller.baresip.commands.at(-1)).toBe('hangup');
    phones.lines.hangUp();
    expect(await tried).toMatchObject({ outcome: 'rings' });
  });

  it('ends the ringing of a phone that the exchange forgot', async () => {
    const { phones, request, calls } = tryOut('leaves-up');
    const tried = reach(request);
    await phones.clock.waitedFor(2_000);
    await phones.clock.advance(2_000);
    await tried;
    expect(phones.callee.baresip.commands).toContain('hangup');
    expect(await calls()).toEqual(['', '']);
  });

  it.each<[Exchange, string, string]>([
    ['connects', 'rings', ''],
    ['answers-itself', 'answered', ''],
    ['refuses', 'refused', '404 Not Found'],
  ])('without a phone that would ring, goes by what the caller is told: %s', async (...row) => {
    const [exchange, outcome, status] = row;
    const { phones, request } = tryOut(exchange);
    const { callee: _, ...alone } = request;
    expect(await reach(alone)).toMatchObject({ outcome, status });
    expect(await phones.caller.client.command('listcalls')).toBe('');
  });

  it('does not begin with a phone that is in a call', async () => {
    const { phones, request } = tryOut('connects');
    phones.callee.baresip.on('listcalls', () => '> [line 1]  0:00:09  ESTABLISHED   sip:3201@x');
    await expect(reach(request)).rejects.toMatchObject({ problem: { code: 'softphone-busy' } });
    expect(phones.caller.baresip.commands).not.toContain('dial 3102');
  });

  it('hangs up when it is called off', async () => {
    const stop = new AbortController();
    const { phones, request, calls } = tryOut('unrung', { signal: stop.signal });
    const failed = expect(reach(request)).rejects.toThrow('SIGINT');
    await phones.clock.waitedFor(10_000);
    stop.abort(new Error('SIGINT'));
    await failed;
    expect(await calls()).toEqual(['', '']);
  });
});
