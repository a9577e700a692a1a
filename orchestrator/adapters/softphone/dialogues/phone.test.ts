import { describe, expect, it } from 'vitest';
import { labError } from '../../../base/lab-error.ts';
import { fakePhones, leftBehind } from './fake-phones.ts';
import { hearOut, takeUp, takeUpBoth } from './phone.ts';

const NOTHING_LEFT = { calls: '', voice: 'ausrc aufile,/idle.wav', listens: false };

describe('a phone in use', () => {
  it('has its voice, and its idle voice again afterwards', async () => {
    const { caller, callee } = fakePhones('connects');
    {
      await using _ = await takeUp(caller);
      const { commands } = caller.baresip;
      expect(commands.at(-1)).toBe('ausrc aufile,/lines/3101/voice.wav');
    }
    expect((await leftBehind({ caller, callee }))[0]).toEqual(NOTHING_LEFT);
  });

  it('that can’t be listened to has its idle voice again too', async () => {
    const { caller, callee } = fakePhones('connects');
    const listen = () => Promise.reject(labError('softphone-gone', { line: '3101', timeline: '' }));
    await expect(takeUp({ ...caller, listen })).rejects.toMatchObject({
      problem: { code: 'softphone-gone' },
    });
    expect((await leftBehind({ caller, callee }))[0]).toEqual(NOTHING_LEFT);
  });

  it('that dies is told as gone, and the other end of the call lets go all the same', async () => {
    const { caller, callee } = fakePhones('connects');
    const work = async () => {
      await using both = await takeUpBoth(caller, callee);
      caller.baresip.die();
      await hearOut(both.one, () => false, { since: 0, within: 4000 });
    };
    const failed: unknown = await work().catch((error: unknown) => error);
    expect(failed).toMatchObject({
      ...{ name: 'SuppressedError', suppressed: { problem: { code: 'softphone-gone' } } },
    });
    expect(callee.baresip.commands.at(-1)).toBe('ausrc aufile,/idle.wav');
    expect(callee.hearing.words.at(-1)).toBe('rest');
  });

  it('is not taken up alone when the other end of a call can’t be', async () => {
    const { caller, callee } = fakePhones('connects');
    caller.baresip.on('listcalls', () => '> [line 1]  0:00:09  RINGING   sip:3201@x');
    await expect(takeUpBoth(caller, callee)).rejects.toMatchObject({
      problem: { code: 'softphone-busy', params: { line: '3101' } },
    });
    expect(caller.baresip.commands).toEqual(['listcalls']);
    expect((await leftBehind({ caller, callee }))[1]).toEqual(NOTHING_LEFT);
  });
});

describe('hearing out', () => {
  it('waits no longer than the call lasts', async () => {
    const { caller, lines } = fakePhones('answers-itself');
    await using from = await takeUp(caller);
    await caller.client.command('dial', '3199');
    const heard = hearOut(from, () => false, { since: 0, within: 4000 });
    lines.hangUp();
    expect(await heard).toBe('closed');
  });

  it('tells when enough was heard, and when nothing more comes in time', async () => {
    const { caller, clock } = fakePhones('answers-itself');
    await using from = await takeUp(caller);
    const heard = hearOut(from, (samples) => samples.length > 2, { since: 0, within: 4000 });
    caller.hear(Int16Array.of(1, 2, 3));
    expect(await heard).toBe('heard');
    const nothing = hearOut(from, () => false, { since: 0, within: 3000 });
    await clock.waitedFor(3000);
    await clock.advance(3000);
    expect(await nothing).toBe('nothing');
  });
});
