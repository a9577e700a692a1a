import type { Exchange } from '../../model/ladder/exchange.ts';
import type { Ladder } from '../../model/ladder/ladder.ts';
import type { SipMessage } from '../../model/ladder/sip-message.ts';
import { type TeamPlan, usersOf } from '../../model/numbering/team-plan.ts';
import type { MessageFields, MessagePlace } from '../../model/voicemail/message.ts';
import { endOf, setUpOf } from '../capture/call-parts.ts';
import { foreignReason, type OwnPlan } from '../capture/own-call.ts';

/** A call as it was seen: each side's messages, the caller's first, and the ports of all. */
export interface ObservedCall {
  readonly sides: readonly (readonly SipMessage[])[];
  readonly sipPorts: { readonly pbx: readonly number[]; readonly phones: readonly number[] };
  readonly rtpPorts: { readonly pbx: readonly number[]; readonly phones: readonly number[] };
}

/** A message that was left: where it went, and what its text file says. */
export interface ObservedMessage extends MessagePlace {
  readonly fields: MessageFields | null;
}

/** What was seen of a team's lab, that its answers are compared with. */
export interface ObservedLab {
  /** In the team's own capture. */
  readonly captured: ObservedCall | null;
  /** In clean rooms, the one with the team's own files first. */
  readonly rooms: readonly ObservedCall[];
  /** The SIP ports of the phones that the tool gives the team. */
  readonly phonePorts: readonly number[];
  /** Boxes of the team's, `finance/3102`. */
  readonly boxes: readonly string[];
  readonly messages: readonly ObservedMessage[];
  /** The folders that a message was in before and after it was listened to; null: none was. */
  readonly listened: { readonly before: string; readonly after: string } | null;
  /** The checks that did not pass, without which there is nothing to see. */
  readonly broken: {
    readonly call: string | null;
    readonly message: string | null;
    readonly listening: string | null;
  };
}

/** A call of a capture; the exchange's address there may be of another base than the room's. */
export interface CapturedCall {
  readonly exchange: Exchange;
  readonly ladder: Ladder;
  readonly pbx: OwnPlan['pbx'];
}

/** What an observed lab is made of. */
export interface Observations extends Pick<ObservedLab, 'messages' | 'listened' | 'broken'> {
  readonly plan: TeamPlan;
  /** The call of the team's own capture that was judged. */
  readonly captured: CapturedCall | null;
  /** What passed on the networks of clean rooms. */
  readonly rooms: readonly Ladder[];
}

/** Puts together what was seen of a team's lab. */
export function observedLab({ plan, captured, rooms, ...rest }: Observations): ObservedLab {
  return {
    ...rest,
    captured: captured === null ? null : observedCall(captured.exchange, captured.ladder, captured),
    rooms: rooms.flatMap((ladder) => {
      const call = bestCall(ladder, plan);
      return call === undefined ? [] : [observedCall(call, ladder, plan)];
    }),
    phonePorts: plan.stations.flatMap(({ lines }) => lines.map(({ sipPort }) => sipPort)),
    boxes: usersOf(plan).map(({ context, mailbox }) => `${context}/${mailbox}`),
  };
}

/** A call from phone to phone that was set up and ended. */
function bestCall({ exchanges }: Ladder, plan: OwnPlan): Exchange | undefined {
  return exchanges.find(
    (one) =>
      one.kind === 'call' &&
      one.callIds.length > 1 &&
      setUpOf(one).held &&
      endOf(one).held &&
      foreignReason('', one, plan) === null,
  );
}

function observedCall(
  call: Exchange,
  { streams }: Ladder,
  { pbx }: Pick<OwnPlan, 'pbx'>,
): ObservedCall {
  const sip = call.messages.flatMap(({ from, to }) => [from, to]);
  const heard = call.streams.length > 0 ? call.streams : streams;
  const rtp = heard.flatMap(({ from, to }) => [from, to]);
  const split = (ends: typeof sip) => ({
    pbx: ports(ends.filter(({ address }) => address === pbx.address)),
    phones: ports(ends.filter(({ address }) => address !== pbx.address)),
  });
  return {
    sides: call.callIds.map((callId) =>
      withoutRepeats(call.messages.filter((message) => message.callId === callId)),
    ),
    sipPorts: split(sip),
    rtpPorts: split(rtp),
  };
}

function ports(ends: readonly { readonly port: number }[]): readonly number[] {
  return [...new Set(ends.map(({ port }) => port))].sort((a, b) => a - b);
}

/** A message that was sent again, or captured on two interfaces, is one message. */
function withoutRepeats(messages: readonly SipMessage[]): readonly SipMessage[] {
  const seen = new Set<string>();
  return messages.filter(({ method, status, cseq, from }) => {
    const key = `${method ?? status} ${cseq.number} ${cseq.method} ${from.address}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
