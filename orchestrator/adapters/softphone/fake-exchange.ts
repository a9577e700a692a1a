import { type FakeBaresip, fakeBaresip } from './fake-baresip.ts';

/** What the fake exchange does with a call to the other line. */
export type Exchange = 'connects' | 'refuses' | 'answers-itself' | 'loses' | 'connects-one-way';

/** Two fake softphones, 3101 and 3102, with a hand-written exchange between them. */
export interface FakeLines {
  readonly caller: FakeBaresip;
  readonly callee: FakeBaresip;
}

/** Connects two fake softphones; only the caller dials, and ids differ at the two ends. */
export function fakeLines(exchange: Exchange): FakeLines {
  const [caller, callee] = [fakeBaresip(), fakeBaresip()];
  const states = { caller: '', callee: '' };
  const tellCaller = (type: string, param = '') =>
    caller.tell({
      type,
      param,
      id: 'out',
      direction: 'outgoing',
      peeruri: 'sip:3102@192.168.3.200',
    });
  const tellCallee = (type: string, param = '') =>
    callee.tell({
      type,
      param,
      id: 'in',
      direction: 'incoming',
      peeruri: 'sip:3101@192.168.3.200',
    });
  const rows = (state: string, peer: string) =>
    state === '' ? '' : `> [line 1]  0:00:01  ${state}   sip:${peer}@192.168.3.200`;
  const end = (byCaller: boolean) => {
    const [mine, theirs] = ['Connection reset by user', 'Connection reset by peer'];
    if (states.caller !== '') tellCaller('CALL_CLOSED', byCaller ? mine : theirs);
    if (states.callee !== '') tellCallee('CALL_CLOSED', byCaller ? theirs : mine);
    Object.assign(states, { caller: '', callee: '' });
    return '';
  };
  for (const phone of [caller, callee]) {
    phone.on('ausrc', (device) => `switch audio device: ${device}`);
  }
  caller.on('listcalls', () => rows(states.caller, '3102'));
  callee.on('listcalls', () => rows(states.callee, '3101'));
  caller.on('hangup', () => end(true));
  callee.on('hangup', () => end(false));
  caller.on('dial', () => {
    if (exchange === 'refuses') tellCaller('CALL_CLOSED', '404 Not Found');
    if (exchange === 'refuses' || exchange === 'loses') return '';
    states.caller = exchange === 'answers-itself' ? 'ESTABLISHED' : 'RINGING';
    tellCaller(exchange === 'answers-itself' ? 'CALL_ESTABLISHED' : 'CALL_RINGING');
    if (exchange === 'answers-itself') return '';
    states.callee = 'INCOMING';
    tellCallee('CALL_INCOMING');
    return '';
  });
  callee.on('accept', () => {
    Object.assign(states, { caller: 'ESTABLISHED', callee: 'ESTABLISHED' });
    tellCallee('CALL_ESTABLISHED');
    tellCaller('CALL_ESTABLISHED');
    tellCallee('CALL_RTPESTAB', 'audio');
    if (exchange === 'connects') tellCaller('CALL_RTPESTAB', 'audio');
    return '';
  });
  return { caller, callee };
}
