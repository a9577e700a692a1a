import { type FakeBaresip, fakeBaresip } from './fake-baresip.ts';

/** What the fake exchange does with a call to the other line. */
export type Exchange =
  | 'connects'
  | 'connects-one-way'
  /** Answers the caller, then rings the callee (`Answer()`, then `Dial()`). */
  | 'answers-first'
  | 'answers-itself'
  | 'refuses'
  | 'loses'
  /** Tells the caller that it rings, and rings nobody. */
  | 'unrung'
  /** Takes the caller when the callee refuses, or when a test lets it give up. */
  | 'voicemail'
  /** Doesn't tell one end that the other has hung up. */
  | 'leaves-up';

/** Two fake softphones, 3101 and 3102, with a hand-written exchange between them. */
export interface FakeLines {
  readonly caller: FakeBaresip;
  readonly callee: FakeBaresip;
  /** The exchange rings the callee no longer; the caller goes to voicemail, or nowhere. */
  readonly giveUp: (then: 'voicemail' | 'nowhere') => void;
  /** The exchange ends the call of both. */
  readonly hangUp: () => void;
}

/**
 * Connects two fake softphones; only the caller dials, and ids differ at the two ends. `connected` is
 * called when the caller is: with the callee, or with a machine.
 */
export function fakeLines(
  exchange: Exchange,
  connected: (to: 'callee' | 'machine') => void = () => undefined,
): FakeLines {
  const [caller, callee] = [fakeBaresip(), fakeBaresip()];
  const states = { caller: '', callee: '' };
  const peeruri = (peer: string) => `sip:${peer}@192.168.3.200`;
  const tellCaller = (type: string, param = '') =>
    caller.tell({ type, param, id: 'out', direction: 'outgoing', peeruri: peeruri('3102') });
  const tellCallee = (type: string, param = '') =>
    callee.tell({ type, param, id: 'in', direction: 'incoming', peeruri: peeruri('3101') });
  const rows = (state: string, peer: string) =>
    state === '' ? '' : `> [line 1]  0:00:01  ${state}   ${peeruri(peer)}`;
  const closeCaller = (reason: string) => {
    if (states.caller !== '') tellCaller('CALL_CLOSED', reason);
    states.caller = '';
  };
  const closeCallee = (reason: string) => {
    if (states.callee !== '') tellCallee('CALL_CLOSED', reason);
    states.callee = '';
  };
  const answerCaller = (to: 'callee' | 'machine') => {
    states.caller = 'ESTABLISHED';
    tellCaller('CALL_ESTABLISHED');
    connected(to);
  };
  const ringCallee = () => {
    states.callee = 'INCOMING';
    tellCallee('CALL_INCOMING');
  };
  const giveUp = (then: 'voicemail' | 'nowhere') => {
    closeCallee('Connection reset by peer');
    if (then === 'voicemail') answerCaller('machine');
    else closeCaller('480 Temporarily Unavailable');
  };
  const end = (by: 'caller' | 'callee') => {
    const [here, there] = ['Connection reset by user', 'Connection reset by peer'];
    if (by === 'callee' && states.callee === 'INCOMING' && exchange === 'voicemail') {
      giveUp('voicemail');
      return '';
    }
    const both = exchange !== 'leaves-up';
    if (by === 'caller' || both) closeCaller(by === 'caller' ? here : there);
    if (by === 'callee' || both) closeCallee(by === 'callee' ? here : there);
    return '';
  };
  const dialled: Readonly<Record<Exchange, () => void>> = {
    connects: () => rings(),
    'connects-one-way': () => rings(),
    voicemail: () => rings(),
    'leaves-up': () => rings(),
    'answers-first': () => {
      states.caller = 'ESTABLISHED';
      tellCaller('CALL_ESTABLISHED');
      ringCallee();
    },
    'answers-itself': () => answerCaller('machine'),
    refuses: () => tellCaller('CALL_CLOSED', '404 Not Found'),
    loses: () => undefined,
    unrung: () => {
      states.caller = 'RINGING';
      tellCaller('CALL_RINGING');
    },
  };
  const rings = () => {
    dialled.unrung();
    ringCallee();
  };
  for (const phone of [caller, callee]) {
    phone.on('ausrc', (device) => `switch audio device: ${device}`);
  }
  caller.on('listcalls', () => rows(states.caller, '3102'));
  callee.on('listcalls', () => rows(states.callee, '3101'));
  caller.on('hangup', () => end('caller'));
  callee.on('hangup', () => end('callee'));
  caller.on('dial', () => {
    dialled[exchange]();
    return '';
  });
  callee.on('accept', () => {
    states.callee = 'ESTABLISHED';
    tellCallee('CALL_ESTABLISHED');
    tellCallee('CALL_RTPESTAB', 'audio');
    if (states.caller !== 'ESTABLISHED') tellCaller('CALL_ESTABLISHED');
    states.caller = 'ESTABLISHED';
    if (exchange !== 'connects-one-way') tellCaller('CALL_RTPESTAB', 'audio');
    connected('callee');
    return '';
  });
  const hangUp = () => {
    closeCaller('Connection reset by peer');
    closeCallee('Connection reset by peer');
  };
  return { caller, callee, giveUp, hangUp };
}
