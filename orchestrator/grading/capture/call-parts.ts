import type { CapturePart } from '../../base/problems/capture-reasons.ts';
import type { Exchange } from '../../model/ladder/exchange.ts';
import type { RtpStream } from '../../model/ladder/rtp-stream.ts';
import type { SipMessage } from '../../model/ladder/sip-message.ts';
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
 * Ports are those of the session descriptions; where the capture has none, `unasked` voices between
 * the team's own addresses count too.
 */
export function voicesOf(exchange: Exchange, unasked: readonly RtpStream[], plan: OwnPlan): Voices {
  const described = exchange.messages.some(({ sound }) => sound !== null);
  const streams = [...exchange.streams, ...(described ? [] : unasked)].filter(
    ({ from, to, packets }) =>
      packets >= LEAST_PACKETS &&
      isOwnAddress(from.address, plan) &&
      isOwnAddress(to.address, plan),
  );
  const held = phonesOf(exchange, plan).some(
    (phone) =>
      streams.some(({ from }) => from.address === phone) &&
      streams.some(({ to }) => to.address === phone),
  );
  return { part: 'voice', held, lacks: held ? null : 'RTP', frames: [], streams };
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
