import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LabError } from '../../base/lab-error.ts';
import { timelineText } from '../../model/calls/timeline.ts';
import { isOfAccount, isOfCall } from './event-condition.ts';
import { fakeBaresip } from './fake-baresip.ts';
import { fakeClock, turns } from './fake-clock.ts';
import { LineClient } from './line-client.ts';

const RINGING = { type: 'CALL_RINGING', id: '1', direction: 'outgoing', peeruri: 'sip:3102@x' };

function connected() {
  const [phone, clock] = [fakeBaresip(), fakeClock()];
  return { phone, clock, client: new LineClient(phone.stream, { line: '3101', clock }) };
}

/** The problem that something was refused with. */
async function problemOf(promise: Promise<unknown>): Promise<unknown> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof LabError ? error.problem : error;
}

const wait = { since: 0, within: 1000, reason: 'CALL_RINGING' };

describe('commands of a line', () => {
  it('get the answer with their own token, whatever the order', async () => {
    const { phone, client } = connected();
    for (const name of ['reginfo', 'listcalls']) phone.on(name, () => null);
    const answers = Promise.all([client.command('reginfo'), client.command('listcalls')]);
    const reply = (token: string, data: string) => {
      const text = JSON.stringify({ response: true, ok: true, data, token });
      phone.write(`${text.length}:${text},`);
    };
    reply('2', 'second');
    reply('1', 'first');
    expect(await answers).toEqual(['first', 'second']);
  });

  it('fail with the softphone’s words when it declines, and the timeline says so', async () => {
    const { phone, client } = connected();
    phone.on('dial', () => ({ refused: 'Invalid argument' }));
    expect(await problemOf(client.command('dial', '3102'))).toEqual({
      code: 'softphone-refused',
      params: { line: '3101', command: 'dial', reply: 'Invalid argument' },
    });
    expect(timelineText(client.timeline)).toBe('0.00 dial 3102 · 0.00 dial ! Invalid argument');
  });

  it('fail when there is no answer in time', async () => {
    const { phone, client, clock } = connected();
    phone.on('reginfo', () => null);
    const problem = problemOf(client.command('reginfo'));
    await clock.advance(20_000);
    expect(await problem).toMatchObject({
      code: 'softphone-silent',
      params: { command: 'reginfo' },
    });
  });

  it('never show a password, in the timeline or in an error', async () => {
    const { phone, client } = connected();
    phone.on('uanew', (account) => ({ refused: `Creating UA for ${account} ...` }));
    const problem = await problemOf(client.command('uanew', '<sip:u@x>;auth_pass=s3cret'));
    expect(JSON.stringify([problem, client.timeline])).not.toContain('s3cret');
  });
});

describe('waiting for an event of a line', () => {
  it('ends with the event, stamped with the time at which it came', async () => {
    const { phone, client, clock } = connected();
    const event = client.waitFor(isOfCall(['CALL_RINGING']), wait);
    await clock.advance(40);
    phone.tell(RINGING);
    expect(await event).toMatchObject({ type: 'CALL_RINGING', id: '1', at: 40 });
  });

  it('finds an event that came before the wait, but after the mark', async () => {
    const { phone, client } = connected();
    phone.tell(RINGING);
    await turns();
    expect(await client.waitFor(isOfCall(['CALL_RINGING']), wait)).toMatchObject({ id: '1' });
    const later = client.waitFor(isOfCall(['CALL_RINGING']), { ...wait, since: client.mark });
    phone.tell({ ...RINGING, id: '2' });
    expect(await later).toMatchObject({ id: '2' });
  });

  it('fails at the deadline with what was awaited and what was seen instead', async () => {
    const { phone, client, clock } = connected();
    const problem = problemOf(
      client.command('dial', '3102').then(() => client.waitFor(isOfCall(['CALL_RINGING']), wait)),
    );
    await clock.advance(10);
    phone.tell({ ...RINGING, type: 'CALL_CLOSED', param: '404 Not Found' });
    await clock.advance(990);
    expect(await problem).toEqual({
      code: 'softphone-wait',
      params: {
        line: '3101',
        awaited: 'CALL_RINGING',
        timeline: '0.00 dial 3102 · 0.01 closed 404 Not Found',
      },
    });
  });

  it('can give up quietly at the deadline', async () => {
    const { client, clock } = connected();
    const nothing = client.watchFor(isOfCall(['CALL_RINGING']), wait);
    await clock.advance(1000);
    expect(await nothing).toBeNull();
  });

  it('stops at once when it is called off', async () => {
    const { client } = connected();
    const calledOff = AbortSignal.abort(new Error('Ctrl-C'));
    const problem = problemOf(client.waitFor(isOfCall([]), { ...wait, signal: calledOff }));
    expect(await problem).toMatchObject({ message: 'Ctrl-C' });
  });
});

describe('a line that goes away', () => {
  it('fails what is awaited, and whatever is asked of it later', async () => {
    const { phone, client } = connected();
    const pending = problemOf(client.waitFor(isOfAccount(['REGISTER_OK']), wait));
    phone.tell(RINGING);
    phone.die();
    expect(await pending).toMatchObject({ code: 'softphone-gone' });
    expect(await problemOf(client.command('reginfo'))).toEqual({
      code: 'softphone-gone',
      params: { line: '3101', timeline: '0.00 ringing' },
    });
  });

  it('still gives the events that came before', async () => {
    const { phone, client } = connected();
    phone.tell(RINGING);
    phone.die();
    await turns();
    expect(await client.waitFor(isOfCall(['CALL_RINGING']), wait)).toMatchObject({ id: '1' });
  });

  it('is what a line becomes that talks no softphone’s language', async () => {
    for (const garbage of ['sh: line: not found\n', '4:true,']) {
      const { phone, client } = connected();
      const pending = problemOf(client.waitFor(isOfCall(['CALL_RINGING']), wait));
      phone.write(garbage);
      expect(await pending).toMatchObject({ code: 'softphone-garbled', params: { line: '3101' } });
    }
  });

  it('fails what is awaited when the stream breaks, and tells why', async () => {
    const { phone, client } = connected();
    const pending = client.command('reginfo');
    phone.stream.destroy(new Error('broken pipe'));
    await expect(pending).rejects.toMatchObject({ cause: { message: 'broken pipe' } });
  });

  it('ends its stream when it is disposed of', async () => {
    const { phone, client } = connected();
    const pending = problemOf(client.waitFor(isOfCall(['CALL_RINGING']), wait));
    await client[Symbol.asyncDispose]();
    await client[Symbol.asyncDispose]();
    expect(phone.stream.destroyed).toBe(true);
    expect(await pending).toMatchObject({ code: 'softphone-gone' });
  });
});

describe('streams captured from real softphones', () => {
  const replay = async (name: string, piece: number) => {
    const { phone, client } = connected();
    const bytes = readFileSync(new URL(`fixtures/${name}.stream`, import.meta.url));
    for (let at = 0; at < bytes.length; at += piece) phone.write(bytes.subarray(at, at + piece));
    await turns();
    return timelineText(client.timeline).replaceAll('0.00 ', '');
  };

  it.each([7, 100, 100_000])('tell a call through Asterisk, %d bytes at a time', async (piece) => {
    expect(await replay('caller', piece)).toBe(
      'registering · registered 200 OK · ringing · established · rtp · ' +
        'closed Connection reset by peer · unregistering',
    );
    expect(await replay('callee', piece)).toBe(
      'registering · registered 200 OK · incoming 7101 · established · rtp · ' +
        'closed Connection reset by user · registering · unregistered 403 Forbidden',
    );
  });
});
