import { type PhoneEvent, phoneEvent } from './phone-event.ts';
import type { Moment } from './timeline.ts';

/** A timeline as a test writes it: a command `> dial 3102`, or an event `CALL_CLOSED id param`. */
export function scripted(...lines: readonly string[]): readonly Moment[] {
  return lines.map((line, index) => {
    const at = 1000 * index;
    const [first = '', second = '', ...rest] = line.split(' ');
    const tail = rest.join(' ');
    if (first === '>') return { kind: 'sent', at, command: second, params: tail };
    if (first === '!') return { kind: 'refused', at, command: second, reply: tail };
    if (first === 'gone') return { kind: 'gone', at };
    return { kind: 'seen', at, event: scriptedEvent(first, second, tail, at) };
  });
}

/** Ids that begin with `in` are incoming calls from 3101, others outgoing calls to 3102. */
function scriptedEvent(type: string, id: string, param: string, at: number): PhoneEvent {
  const direction = id.startsWith('in') ? 'incoming' : 'outgoing';
  const peeruri = `sip:${direction === 'incoming' ? '3101' : '3102'}@192.168.3.200`;
  return phoneEvent({ type, id, direction, peeruri, accountaor: 'sip:u@x', param }, at);
}
