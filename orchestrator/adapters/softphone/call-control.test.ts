import { describe, expect, it } from 'vitest';
import { answer, calls, dial, hangUp, sendDigits, setSource } from './call-control.ts';
import { fakeClock } from './fake-clock.ts';
import { fakeLines } from './fake-exchange.ts';
import { LineClient } from './line-client.ts';
import { netstring } from './netstring.ts';

function lines() {
  const clock = fakeClock();
  const { caller, callee } = fakeLines('connects');
  return {
    caller: { phone: caller, client: new LineClient(caller.stream, { line: '3101', clock }) },
    callee: { phone: callee, client: new LineClient(callee.stream, { line: '3102', clock }) },
  };
}

describe('driving a call', () => {
  it('rings, is answered, shows, and ends with its reason', async () => {
    const { caller, callee } = lines();
    await dial(caller.client, '3102');
    await answer(callee.client);
    expect(await calls(caller.client)).toMatchObject([
      { state: 'ESTABLISHED', peer: 'sip:3102@192.168.3.200' },
    ]);
    expect(await hangUp(caller.client)).toMatchObject({ kind: 'hung-up-here' });
    expect(await calls(callee.client)).toEqual([]);
  });

  it('finds nothing to hang up when there is no call', async () => {
    const { caller } = lines();
    expect(await hangUp(caller.client)).toBeNull();
    expect(caller.phone.commands).not.toContain('hangup');
  });

  it('does not wait for the end of a call that ended while it was looked at', async () => {
    const { caller } = lines();
    caller.phone.on('listcalls', () => {
      const row = '> [line 1]  0:00:01  ESTABLISHED   sip:3102@x';
      const ended = { event: true, type: 'CALL_CLOSED', param: 'bye', id: 'out' };
      // In one piece, as a stream may bring them.
      caller.phone.write(
        [
          { response: true, ok: true, data: row, token: '1' },
          { ...ended, direction: 'outgoing' },
        ]
          .map((said) => netstring(JSON.stringify(said)).toString())
          .join(''),
      );
      return null;
    });
    expect(await hangUp(caller.client)).toMatchObject({ kind: expect.any(String) });
  });

  it('does not believe that a call was answered when none is coming in', async () => {
    const { callee } = lines();
    await expect(answer(callee.client)).rejects.toMatchObject({
      problem: { code: 'softphone-no-call', params: { line: '3102' } },
    });
    expect(callee.phone.commands).not.toContain('accept');
  });

  it('sends keys into an established call only, and says how long they take', async () => {
    const { caller, callee } = lines();
    await dial(caller.client, '3102');
    const tooEarly = sendDigits(caller.client, '1234#');
    await expect(tooEarly).rejects.toMatchObject({ problem: { code: 'softphone-no-call' } });
    await answer(callee.client);
    expect(await sendDigits(caller.client, '1234#')).toBe(1200);
    expect(caller.phone.commands).toContain('sndcode 1234#');
  });

  it.each(['', '12x', '1 2', '5\n'])('refuses "%s" as keys', async (keys) => {
    const { caller } = lines();
    await expect(sendDigits(caller.client, keys)).rejects.toMatchObject({
      problem: { code: 'keys-unknown', params: { keys } },
    });
    expect(caller.phone.commands).toEqual([]);
  });

  it('sees through a yes to a source that does not exist', async () => {
    const { caller } = lines();
    caller.phone.on('ausrc', () => 'no such audio-source: aufile');
    await expect(setSource(caller.client, '/lines/1/voice.wav')).rejects.toMatchObject({
      problem: { code: 'softphone-refused', params: { reply: 'no such audio-source: aufile' } },
    });
  });
});
