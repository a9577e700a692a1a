import type { CapturePart } from '../../base/problems/reasons/capture-reasons.ts';
import type { Exchange } from '../../model/ladder/exchange.ts';
import type { Ladder } from '../../model/ladder/ladder.ts';
import type { RtpStream } from '../../model/ladder/rtp-stream.ts';
import type { Endpoint, SipMessage } from '../../model/ladder/sip-message.ts';
import { isOwnAddress, type OwnPlan, phonesOf } from './own-call.ts';

/** One part of a call: whether the capture has it, what of it is missing, and in which packets it is. */
export interface PartFinding {
  readonly part: CapturePart;
  readonly held: boolean;
  /** The first message that is missing, `ACK`; `RTP` both ways; null: none. */
  readonly lacks: string | null;
  /** The packets that were looked for and found, by Wireshark's numbers. */
  readonly frames: readonly number[];
}

/** A fifth of a second of voice; what is shorter is no conversation. */
const LEAST_PACKETS = 10;

/** Finds INVITE, its 200 and the ACK of one side of the call: a re-INVITE sets nothing up. */
export function setUpOf({ messages }: Exchange): PartFinding {
  const invites = messages.filter(({ method, inDialog }) => method === 'INVITE' && !inDialog);
  const chains = invites.map((invite) => {
    const ok = answerTo(invite, messages);
    const ack = messages.find(
      (one) => one.method === 'ACK' && ok !== undefined && follows(one, ok) && sameAs(one, invite),
    );
    return [invite, ok, ack];
  });
  return best('setup', ['INVITE', '200', 'ACK'], chains);
}

/** Finds a BYE and its 200 on either side of the call. */
export function endOf({ messages }: Exchange): PartFinding {
  const byes = messages.filter(({ method }) => method === 'BYE');
  const chains = byes.map((bye) => [bye, answerTo(bye, messages)]);
  return best('end', ['BYE', '200'], chains);
}

/** Finds a registration that was let in: challenged, or with credentials from the start. */
export function registrationOf(exchanges: readonly Exchange[]): PartFinding {
  const chains = exchanges.flatMap(({ messages }) =>
    messages
      .filter(({ method }) => method === 'REGISTER')
      .map((register) => [register, answerTo(register, messages)]),
  );
  return best('registration', ['REGISTER', '200'], chains);
}

/** What a capture has of a call's voices: to and from one of its phones. */
export interface Voices extends PartFinding {
  /** The voices that were found, as many as there are. */
  readonly streams: readonly RtpStream[];
}

/**
 * Finds a voice to a phone of the call and one from it: from phone to phone or through the exchange.
 * Ports are those of the session descriptions; where the capture has none, every voice between the
 * team's own addresses counts.
 */
export function voicesOf(exchange: Exchange, ladder: Ladder, plan: OwnPlan): Voices {
  const places = new Set(exchange.messages.flatMap(({ sound }) => (sound ? placeName(sound) : [])));
  const every = [...ladder.streams, ...ladder.exchanges.flatMap((one) => one.streams)];
  const streams = every.filter((stream) => {
    const { from, to, packets } = stream;
    if (packets < LEAST_PACKETS) return false;
    if (![from, to].every(({ address }) => isOwnAddress(address, plan))) return false;
    return places.size === 0 || (places.has(placeName(to)) && isDuring(stream, exchange));
  });
  const held = phonesOf(exchange, plan).some(
    (phone) =>
      streams.some(({ from }) => from.address === phone) &&
      streams.some(({ to }) => to.address === phone),
  );
  return { part: 'voice', held, lacks: held ? null : 'RTP', frames: [], streams };
}

function placeName({ address, port }: Endpoint): string {
  return `${address}:${port}`;
}

/**
 * A voice may begin a moment after the last message that the capture has, and before the first one
 * where the capture begins in the middle of the call.
 */
function isDuring({ start }: RtpStream, { messages }: Exchange): boolean {
  const times = messages.map(({ time }) => time);
  const fromStart = messages.some(({ method, inDialog }) => method === 'INVITE' && !inDialog);
  if (fromStart && start < Math.min(...times)) return false;
  return start <= Math.max(...times) + 1;
}

/** The 2xx to a request; what a PBX asks for with 401 is asked again with another number. */
function answerTo(request: SipMessage, messages: readonly SipMessage[]): SipMessage | undefined {
  return messages.find(
    (one) =>
      one.status !== null &&
      one.status >= 200 &&
      one.status < 300 &&
      one.callId === request.callId &&
      one.cseq.number === request.cseq.number &&
      one.cseq.method === request.method &&
      one.to.address === request.from.address &&
      follows(one, request),
  );
}

function sameAs(one: SipMessage, request: SipMessage): boolean {
  return (
    one.callId === request.callId &&
    one.cseq.number === request.cseq.number &&
    one.from.address === request.from.address
  );
}

function follows(one: SipMessage, other: SipMessage): boolean {
  return one.frame > other.frame;
}

function best(
  part: CapturePart,
  names: readonly string[],
  chains: readonly (readonly (SipMessage | undefined)[])[],
): PartFinding {
  const found = chains
    .map((chain) => chain.flatMap((message) => message ?? []))
    .sort((a, b) => b.length - a.length);
  const frames = (found[0] ?? []).map(({ frame }) => frame);
  return {
    part,
    held: frames.length === names.length,
    lacks: names[frames.length] ?? null,
    frames,
  };
}
