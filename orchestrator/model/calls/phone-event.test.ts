import { describe, expect, it } from 'vitest';
import { phoneEvent } from './phone-event.ts';

const ringing = {
  event: true,
  type: 'CALL_RINGING',
  class: 'call',
  accountaor: 'sip:u3101@192.168.3.200',
  direction: 'outgoing',
  peeruri: 'sip:3102@192.168.3.200',
  id: '22840eef1d28f733',
  param: 'sip:3102@192.168.3.200',
};

describe('an event of a softphone', () => {
  it('keeps what a call event says and when it came', () => {
    expect(phoneEvent(ringing, 12)).toEqual({
      type: 'CALL_RINGING',
      at: 12,
      id: '22840eef1d28f733',
      account: 'sip:u3101@192.168.3.200',
      peer: 'sip:3102@192.168.3.200',
      direction: 'outgoing',
      param: 'sip:3102@192.168.3.200',
    });
  });

  it('goes by type, whatever the class', () => {
    const failed = { type: 'REGISTER_FAIL', accountaor: 'sip:u3101@x', param: '403 Forbidden' };
    const read = ['register', 'ua'].map((name) => phoneEvent({ ...failed, class: name }, 0));
    expect(read[0]).toEqual(read[1]);
    expect(read[0]).toMatchObject({ type: 'REGISTER_FAIL', status: '403 Forbidden' });
  });

  it('keeps the body of a message-waiting notice', () => {
    const notice = { type: 'MWI_NOTIFY', accountaor: 'a', param: 'Messages-Waiting: yes\r\n' };
    expect(phoneEvent(notice, 0)).toMatchObject({ body: 'Messages-Waiting: yes\r\n' });
  });

  it.each([
    ['a type it does not know', { type: 'CALL_LOCAL_SDP', param: 'offer' }, 'CALL_LOCAL_SDP'],
    ['a call without an id', { ...ringing, id: undefined }, 'CALL_RINGING'],
    ['a call without a direction', { ...ringing, direction: 'sideways' }, 'CALL_RINGING'],
    ['no type at all', { event: true, type: 7 }, ''],
  ])('keeps %s as unknown', (_, message, raw) => {
    expect(phoneEvent(message, 0)).toMatchObject({ type: 'unknown', raw });
  });
});
