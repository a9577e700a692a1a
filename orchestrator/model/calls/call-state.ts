import { unreachable } from '../../base/unreachable.ts';
import { type CloseReason, closeReason } from './close-reason.ts';
import type { CallEvent } from './phone-event.ts';
import type { Moment, Timeline } from './timeline.ts';

/** The call that a state is about. `audio`: the first RTP packet of the other end has come in. */
interface Call {
  readonly id: string;
  readonly peer: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly audio: boolean;
}

/** Where the last call of a line has got to. */
export type CallState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'dialing'; readonly number: string }
  | { readonly phase: 'incoming' | 'ringing' | 'established'; readonly call: Call }
  | { readonly phase: 'closed'; readonly call: Call; readonly reason: CloseReason };

const IDLE: CallState = { phase: 'idle' };

/** Follows a line's timeline: idle → dialing or incoming → ringing → established → closed. */
export function callState(timeline: Timeline): CallState {
  return timeline.reduce(nextState, IDLE);
}

/** The state after one more moment. Events of another call than the one under way change nothing. */
function nextState(state: CallState, moment: Moment): CallState {
  switch (moment.kind) {
    case 'sent':
      return moment.command === 'dial' && !isUnderWay(state)
        ? { phase: 'dialing', number: moment.params }
        : state;
    case 'refused':
      return moment.command === 'dial' && state.phase === 'dialing' ? IDLE : state;
    case 'seen':
      return 'id' in moment.event ? afterCallEvent(state, moment.event) : state;
    case 'gone':
      return IDLE;
    default:
      return unreachable(moment);
  }
}

function afterCallEvent(state: CallState, event: CallEvent): CallState {
  const ours = 'call' in state && state.call.id === event.id;
  if (!ours && !opensCall(state, event)) return state;
  const call = { ...callOf(event), audio: ours && state.call.audio };
  switch (event.type) {
    case 'CALL_INCOMING':
      return { phase: 'incoming', call };
    case 'CALL_RINGING':
    case 'CALL_PROGRESS':
      return state.phase === 'established' ? state : { phase: 'ringing', call };
    case 'CALL_ANSWERED':
    case 'CALL_DTMF_START':
    case 'CALL_DTMF_END':
    case 'AUDIO_ERROR':
      return state;
    case 'CALL_ESTABLISHED':
      return { phase: 'established', call };
    case 'CALL_RTPESTAB':
      return ours ? { ...state, call: { ...call, audio: true } } : state;
    case 'CALL_CLOSED':
      return { phase: 'closed', call, reason: closeReason(event.param) };
    default:
      return unreachable(event.type);
  }
}

function callOf({ id, peer, direction }: CallEvent): Omit<Call, 'audio'> {
  return { id, peer, direction };
}

function isUnderWay(state: CallState): boolean {
  return state.phase === 'incoming' || state.phase === 'ringing' || state.phase === 'established';
}

/** Whether an event of a call not met before begins one, or ends the one just dialled unheard. */
function opensCall(state: CallState, event: CallEvent): boolean {
  if (isUnderWay(state)) return false;
  const fits = state.phase !== 'dialing' || event.direction === 'outgoing';
  switch (event.type) {
    case 'CALL_INCOMING':
      return true;
    case 'CALL_RINGING':
    case 'CALL_PROGRESS':
    case 'CALL_ESTABLISHED':
      return fits;
    case 'CALL_CLOSED':
      return fits && state.phase !== 'closed';
    default:
      return false;
  }
}
