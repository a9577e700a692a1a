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

const HERE = 'Connection reset by user';
const THERE = 'Connection reset by peer';

/**
 * Connects two fake softphones; only the caller dials, and ids differ at the two ends. `connected` is
 * called when the caller is: with the callee, or with a machine.
 */
export function fakeLines(
  exchange: Exchange,
  connected: (to: 'callee' | 'machine') => void = () => undefined,
): FakeLines {
  const caller = leg({ id: 'out', direction: 'outgoing', peer: '3102' });
  const callee = leg({ id: 'in', direction: 'incoming', peer: '3101' });
  const answer = (to: 'callee' | 'machine') => {
    if (caller.state() !== 'ESTABLISHED') caller.enter('ESTABLISHED');
    if (to === 'machine' || exchange !== 'connects-one-way') caller.talk();
    connected(to);
  };
  const giveUp = (then: 'voicemail' | 'nowhere') => {
    callee.close(THERE);
    if (then === 'voicemail') answer('machine');
    else caller.close('480 Temporarily Unavailable');
  };
  const dialled: Readonly<Partial<Record<Exchange, () => void>>> = {
    'answers-first': () => {
      caller.enter('ESTABLISHED');
      callee.enter('INCOMING');
    },
    'answers-itself': () => answer('machine'),
    refuses: () => caller.tell('CALL_CLOSED', '404 Not Found'),
    loses: () => undefined,
    unrung: () => caller.enter('RINGING'),
  };
  const ring = () => {
    caller.enter('RINGING');
    callee.enter('INCOMING');
  };
  caller.baresip.on('dial', () => said(dialled[exchange] ?? ring));
  callee.baresip.on('accept', () =>
    said(() => {
      callee.enter('ESTABLISHED');
      callee.talk();
      answer('callee');
    }),
  );
  const hangUpBy = (here: Leg, there: Leg) => {
    here.close(HERE);
    if (exchange !== 'leaves-up') there.close(THERE);
  };
  caller.baresip.on('hangup', () => said(() => hangUpBy(caller, callee)));
  callee.baresip.on('hangup', () =>
    said(() => {
      const refuses = callee.state() === 'INCOMING' && exchange === 'voicemail';
      if (refuses) giveUp('voicemail');
      else hangUpBy(callee, caller);
    }),
  );
  const hangUp = () => {
    for (const end of [caller, callee]) end.close(THERE);
  };
  return { caller: caller.baresip, callee: callee.baresip, giveUp, hangUp };
}

type State = 'RINGING' | 'INCOMING' | 'ESTABLISHED' | null;

/** One end of the call: a fake softphone, and the state that its call has there. */
interface Leg {
  readonly baresip: FakeBaresip;
  readonly state: () => State;
  readonly enter: (state: NonNullable<State>) => void;
  readonly talk: () => void;
  /** Ends the call, if there is one. */
  readonly close: (reason: string) => void;
  readonly tell: (type: string, param?: string) => void;
}

function leg(call: {
  readonly id: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly peer: string;
}): Leg {
  const baresip = fakeBaresip();
  const { id, direction } = call;
  const peeruri = `sip:${call.peer}@192.168.3.200`;
  let state: State = null;
  const tell = (type: string, param = '') => baresip.tell({ type, param, id, direction, peeruri });
  baresip.on('ausrc', (device) => `switch audio device: ${device}`);
  baresip.on('listcalls', () =>
    state === null ? '' : `> [line 1]  0:00:01  ${state}   ${peeruri}`,
  );
  return {
    ...{ baresip, tell, state: () => state },
    enter: (next) => {
      state = next;
      tell(`CALL_${next}`);
    },
    talk: () => tell('CALL_RTPESTAB', 'audio'),
    close: (reason) => {
      if (state !== null) tell('CALL_CLOSED', reason);
      state = null;
    },
  };
}

/** A command that is answered with no data. */
function said(act: () => void): string {
  act();
  return '';
}
