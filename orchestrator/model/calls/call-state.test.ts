import { describe, expect, it } from 'vitest';
import { callState } from './call-state.ts';
import { scripted } from './scripted-timeline.ts';

const phases = (...lines: readonly string[]): readonly string[] =>
  lines.map((_, index) => callState(scripted(...lines.slice(0, index + 1))).phase);

describe('the state of a line', () => {
  it('follows an outgoing call from dialing to its end', () => {
    expect(
      phases(
        '> dial 3102',
        'CALL_RINGING out1',
        'CALL_ESTABLISHED out1',
        'CALL_RTPESTAB out1',
        'CALL_CLOSED out1 Connection reset by peer',
      ),
    ).toEqual(['dialing', 'ringing', 'established', 'established', 'closed']);
  });

  it('follows an incoming call', () => {
    expect(
      phases('CALL_INCOMING in1', 'CALL_ESTABLISHED in1', 'CALL_CLOSED in1 end of file'),
    ).toEqual(['incoming', 'established', 'closed']);
  });

  it('says whom the call is with and why it closed', () => {
    const state = callState(scripted('> dial 3102', 'CALL_CLOSED out1 404 Not Found'));
    expect(state).toEqual({
      phase: 'closed',
      call: { id: 'out1', peer: 'sip:3102@192.168.3.200', direction: 'outgoing', audio: false },
      reason: { kind: 'refused', text: '404 Not Found', status: 404 },
    });
  });

  it('remembers that audio came, even before the answer', () => {
    const state = callState(
      scripted('> dial 3102', 'CALL_PROGRESS out1', 'CALL_RTPESTAB out1', 'CALL_ESTABLISHED out1'),
    );
    expect(state).toMatchObject({ phase: 'established', call: { audio: true } });
  });

  it('stays with its call while another one knocks', () => {
    const lines = ['CALL_INCOMING in1', 'CALL_ESTABLISHED in1', 'CALL_INCOMING in2'];
    expect(callState(scripted(...lines))).toMatchObject({ call: { id: 'in1' } });
    expect(phases(...lines, 'CALL_CLOSED in2 Connection reset by peer').at(-1)).toBe('established');
  });

  it('does not go back to ringing once established', () => {
    expect(phases('CALL_ESTABLISHED out1', 'CALL_RINGING out1')).toEqual([
      'established',
      'established',
    ]);
  });

  it('takes up the next call after the last one', () => {
    expect(
      phases(
        'CALL_INCOMING in1',
        'CALL_CLOSED in1 Connection reset by peer',
        'CALL_CLOSED in0 late news',
        '> dial 3102',
        'CALL_RINGING out2',
      ),
    ).toEqual(['incoming', 'closed', 'closed', 'dialing', 'ringing']);
  });

  it('is idle again when dialing is refused or the softphone is gone', () => {
    expect(phases('> dial 3102', '! dial Invalid argument')).toEqual(['dialing', 'idle']);
    expect(phases('CALL_ESTABLISHED out1', 'gone')).toEqual(['established', 'idle']);
  });

  it('is not moved by keys, registrations or what it does not know', () => {
    const lines = ['REGISTER_OK', 'CALL_DTMF_START out1 5', 'CALL_RTCP out1', 'AUDIO_ERROR out1'];
    expect(phases(...lines)).toEqual(['idle', 'idle', 'idle', 'idle']);
  });
});
