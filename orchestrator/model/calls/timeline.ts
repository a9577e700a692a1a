import { unreachable } from '../../base/unreachable.ts';
import type { CallEvent, PhoneEvent } from './phone-event.ts';
import { sipUser } from './sip-user.ts';

/** One moment of a line: a command that was given, one that was refused, an event, or the end. */
export type Moment =
  | {
      readonly kind: 'sent';
      readonly at: number;
      readonly command: string;
      readonly params: string;
    }
  | {
      readonly kind: 'refused';
      readonly at: number;
      readonly command: string;
      readonly reply: string;
    }
  | { readonly kind: 'seen'; readonly at: number; readonly event: PhoneEvent }
  | { readonly kind: 'gone'; readonly at: number };

/** What was said to and by one line, in order of arrival. */
export type Timeline = readonly Moment[];

/** The events of a timeline, in order. */
export function eventsOf(timeline: Timeline): readonly PhoneEvent[] {
  return timeline.flatMap((moment) => (moment.kind === 'seen' ? [moment.event] : []));
}

/** The keys that the other end pressed, in order. */
export function keysHeard(timeline: Timeline): string {
  return eventsOf(timeline)
    .map((event) => (event.type === 'CALL_DTMF_START' ? event.param : ''))
    .join('');
}

/**
 * A timeline on one line, in seconds from its first moment and in words of no language:
 * `0.00 dial 3102 · 0.01 ringing · 20.03 closed 486 Busy Here`.
 */
export function timelineText(timeline: Timeline): string {
  const start = timeline[0]?.at ?? 0;
  const words = timeline.flatMap((moment) => {
    const word = momentText(moment);
    return word === '' ? [] : [`${((moment.at - start) / 1000).toFixed(2)} ${word}`];
  });
  return words.length === 0 ? '-' : words.join(' · ');
}

/** Questions and by-products, which tell nothing about how a call went. */
const UNTOLD = ['reginfo', 'listcalls', 'CALL_LOCAL_SDP', 'CALL_REMOTE_SDP', 'CALL_RTCP'];

function momentText(moment: Moment): string {
  switch (moment.kind) {
    case 'sent':
      return UNTOLD.includes(moment.command) ? '' : spaced(moment.command, moment.params);
    case 'refused':
      return spaced(moment.command, `! ${moment.reply}`);
    case 'seen':
      return eventText(moment.event);
    case 'gone':
      return 'gone';
    default:
      return unreachable(moment);
  }
}

function eventText(event: PhoneEvent): string {
  switch (event.type) {
    case 'unknown':
      return UNTOLD.includes(event.raw) ? '' : spaced(event.raw, event.param);
    case 'MWI_NOTIFY':
      return spaced('mwi', /^Voice-Message:.*$/im.exec(event.body)?.[0] ?? '');
    case 'REGISTERING':
      return 'registering';
    case 'REGISTER_OK':
      return spaced('registered', event.status);
    case 'REGISTER_FAIL':
      return spaced('unregistered', event.status);
    case 'UNREGISTERING':
      return 'unregistering';
    default:
      return callEventText(event);
  }
}

function callEventText(event: CallEvent): string {
  switch (event.type) {
    case 'CALL_INCOMING':
      return spaced('incoming', sipUser(event.peer));
    case 'CALL_RINGING':
      return 'ringing';
    case 'CALL_PROGRESS':
      return 'progress';
    case 'CALL_ANSWERED':
      return 'answered';
    case 'CALL_ESTABLISHED':
      return 'established';
    case 'CALL_RTPESTAB':
      return 'rtp';
    case 'CALL_DTMF_START':
      return spaced('key', event.param);
    case 'CALL_DTMF_END':
      return '';
    case 'CALL_CLOSED':
      return spaced('closed', event.param);
    case 'AUDIO_ERROR':
      return spaced('audio-error', event.param);
    default:
      return unreachable(event.type);
  }
}

function spaced(word: string, rest: string): string {
  return rest === '' ? word : `${word} ${rest}`;
}
