import { describe, expect, it } from 'vitest';
import { scripted } from './scripted-timeline.ts';
import { keysHeard, timelineText } from './timeline.ts';

describe('a timeline as text', () => {
  it('tells a call in the order in which things came', () => {
    const timeline = scripted(
      '> dial 3102',
      'CALL_LOCAL_SDP out1 offer',
      'CALL_RINGING out1',
      '> listcalls',
      'CALL_CLOSED out1 486 Busy Here',
    );
    expect(timelineText(timeline)).toBe(
      '0.00 dial 3102 · 2.00 ringing · 4.00 closed 486 Busy Here',
    );
  });

  it('tells the other end of it', () => {
    const timeline = scripted(
      'CALL_INCOMING in1',
      '> accept',
      'CALL_ESTABLISHED in1',
      'CALL_RTPESTAB in1',
      'CALL_DTMF_START in1 5',
      'CALL_DTMF_END in1',
      '! sndcode command not found',
      'gone',
    );
    expect(timelineText(timeline)).toBe(
      '0.00 incoming 3101 · 1.00 accept · 2.00 established · 3.00 rtp · 4.00 key 5 · ' +
        '6.00 sndcode ! command not found · 7.00 gone',
    );
  });

  it('tells registrations and what it does not know by its own name', () => {
    const timeline = scripted('REGISTERING', 'REGISTER_FAIL - 403 Forbidden', 'NEW_IN_5 - hm');
    expect(timelineText(timeline)).toBe(
      '0.00 registering · 1.00 unregistered 403 Forbidden · 2.00 NEW_IN_5 hm',
    );
  });

  it('is a dash when nothing happened', () => {
    expect(timelineText([])).toBe('-');
  });
});

describe('the keys heard', () => {
  it('are those of the events that start a key, in order', () => {
    const timeline = scripted(
      'CALL_DTMF_START in1 1',
      'CALL_DTMF_END in1',
      'CALL_DTMF_START in1 #',
      'CALL_DTMF_END in1',
    );
    expect(keysHeard(timeline)).toBe('1#');
  });
});
