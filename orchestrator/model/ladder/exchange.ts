import type { RtpStream } from './rtp-stream.ts';
import type { SipMessage } from './sip-message.ts';

/** Messages that belong together: one call with all its legs, one phone's registration, or the rest. */
export interface Exchange {
  readonly kind: 'call' | 'registration' | 'other';
  /** Who calls or registers, and who is called: the user parts of addresses. */
  readonly from: string | null;
  readonly to: string | null;
  /** A PBX makes two calls of one: a Call-ID on either side of it. */
  readonly callIds: readonly string[];
  readonly messages: readonly SipMessage[];
  readonly streams: readonly RtpStream[];
}

/** All messages of one Call-ID. */
interface Dialog {
  readonly callId: string;
  readonly first: SipMessage;
  readonly messages: readonly SipMessage[];
}

/** A voice may still be on its way when its call has ended, in seconds. */
const TRAILING = 1;

/** Groups messages (in the order of time) into exchanges, and puts each voice to its call. */
export function exchanges(
  messages: readonly SipMessage[],
  streams: readonly RtpStream[],
): readonly Exchange[] {
  const dialogs = dialogsOf(messages);
  const calls = joinLegs(dialogs.filter(({ messages: own }) => own.some(isOfCall)));
  const others = dialogs.filter(({ messages: own }) => !own.some(isOfCall));
  const registrations = others.filter(({ first }) => first.cseq.method === 'REGISTER');
  const rest = others.filter(({ first }) => first.cseq.method !== 'REGISTER');
  const taken = new Map(streams.map((stream) => [stream, callOf(stream, calls)]));
  return [
    ...calls.map((legs) => {
      const own = streams.filter((stream) => taken.get(stream) === legs);
      return exchange('call', legs, own);
    }),
    ...registrations.map((dialog) => exchange('registration', [dialog], [])),
    ...(rest.length === 0 ? [] : [exchange('other', rest, [])]),
  ].sort((one, other) => startOf(one) - startOf(other));
}

function startOf({ messages }: Exchange): number {
  return messages[0]?.time ?? 0;
}

function exchange(
  kind: Exchange['kind'],
  dialogs: readonly Dialog[],
  streams: readonly RtpStream[],
): Exchange {
  const [dialog] = dialogs;
  const opening = dialog?.messages.find(isInvite) ?? dialog?.first;
  return {
    kind,
    from: kind === 'other' ? null : (opening?.fromUser ?? null),
    to: kind === 'call' ? (opening?.target ?? opening?.toUser ?? null) : null,
    callIds: dialogs.map(({ callId }) => callId),
    messages: dialogs.flatMap(({ messages }) => messages).sort((a, b) => a.frame - b.frame),
    streams,
  };
}

function dialogsOf(messages: readonly SipMessage[]): readonly Dialog[] {
  const found = new Map<string, SipMessage[]>();
  for (const message of messages) {
    const own = found.get(message.callId);
    if (own === undefined) found.set(message.callId, [message]);
    else own.push(message);
  }
  return [...found].flatMap(([callId, own]) => {
    const [first] = own;
    return first === undefined ? [] : [{ callId, first, messages: own }];
  });
}

/** Where the capture began in the middle of a call, its end is all there is to know it by. */
function isOfCall({ cseq }: SipMessage): boolean {
  return ['INVITE', 'ACK', 'BYE', 'CANCEL', 'PRACK'].includes(cseq.method);
}

function isInvite({ method }: SipMessage): boolean {
  return method === 'INVITE';
}

/** Puts the legs of a call together, the caller's first. */
function joinLegs(dialogs: readonly Dialog[]): readonly (readonly Dialog[])[] {
  const calls: Dialog[][] = [];
  for (const dialog of dialogs) {
    const waiting = calls.filter(([caller]) => caller !== undefined && mayGoOn(caller, dialog));
    const same = waiting.find(([caller]) => caller?.first.fromUser === dialog.first.fromUser);
    // A dial plan may show the callee another number than the caller's own.
    const call = same ?? (waiting.length === 1 ? waiting[0] : undefined);
    if (call === undefined) calls.push([dialog]);
    else call.push(dialog);
  }
  return calls;
}

/** True when whom the caller asked asks somebody else, while the caller waits for an answer. */
function mayGoOn(caller: Dialog, { first }: Dialog): boolean {
  const asked = caller.messages.find(isInvite);
  if (asked === undefined || !isInvite(first)) return false;
  if (first.from.address !== asked.to.address) return false;
  return first.time >= asked.time && first.time <= answered(caller);
}

/** When the caller's request was finally answered, or the last that was heard of it. */
function answered({ first, messages }: Dialog): number {
  const final = messages.find(
    ({ status, cseq, to }) =>
      (status ?? 0) >= 200 &&
      cseq.method === 'INVITE' &&
      // A call without credentials is asked again.
      ![401, 407].includes(status ?? 0) &&
      to.address === first.from.address,
  );
  return final?.time ?? messages.at(-1)?.time ?? 0;
}

/** The last call before a voice began that asked for it where it went. */
function callOf(
  { to, start }: RtpStream,
  calls: readonly (readonly Dialog[])[],
): readonly Dialog[] | undefined {
  return calls.findLast((legs) => {
    const messages = legs.flatMap((leg) => leg.messages);
    const asked = messages.filter(
      ({ sound }) => sound !== null && sound.address === to.address && sound.port === to.port,
    );
    const first = Math.min(...asked.map(({ time }) => time));
    const last = Math.max(...messages.map(({ time }) => time));
    return asked.length > 0 && start >= first && start <= last + TRAILING;
  });
}
