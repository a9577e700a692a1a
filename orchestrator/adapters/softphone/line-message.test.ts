import { describe, expect, it } from 'vitest';
import { commandMessage, lineMessage, withoutSecret } from './line-message.ts';

describe('a message of a softphone', () => {
  it('is a reply, without the colours that reginfo has', () => {
    const text =
      '{"response":true,"ok":true,"data":"\\n> sip:u@x \\u001B[32mOK \\u001B[;m\\n","token":"4"}';
    expect(lineMessage(text)).toEqual({
      kind: 'reply',
      token: '4',
      ok: true,
      data: '> sip:u@x OK',
    });
  });

  it('is an event', () => {
    expect(lineMessage('{"event":true,"type":"REGISTERING"}')).toMatchObject({
      kind: 'event',
      event: { type: 'REGISTERING' },
    });
  });

  it('is something else, which newer softphones may say', () => {
    expect(lineMessage('{"message":true,"body":"hello"}')).toEqual({ kind: 'other' });
  });

  it.each(['{"event":', '17', 'null', ''])('is nothing when it reads %s', (text) => {
    expect(lineMessage(text)).toBeNull();
  });
});

describe('a command', () => {
  it('has no parameters when there are none to give', () => {
    expect(JSON.parse(commandMessage('reginfo', '', '1'))).toEqual({
      command: 'reginfo',
      token: '1',
    });
  });

  it.each([
    ['<sip:u@x>;auth_user=u;auth_pass=s3cret;regint=60', 'sip:u@x'],
    ['Creating UA for <sip:u@x>;auth_pass=s3cret;mwi=no ...', 'Creating UA for sip:u@x ...'],
    ['sip:u@x;auth_pass=s3cret;regint=60', 'sip:u@x;auth_pass=*;regint=60'],
  ])('shows no password to people: %s', (text, shown) => {
    expect(withoutSecret(text)).toBe(shown);
  });
});
