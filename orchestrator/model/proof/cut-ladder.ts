import type { Exchange } from '../ladder/exchange.ts';
import type { Ladder } from '../ladder/ladder.ts';
import type { Endpoint, SipMessage } from '../ladder/sip-message.ts';
import { ownerOf } from './owner.ts';
import type { RoomTry } from './room-record.ts';

/**
 * Cuts a room's ladder into those of its tries. A call belongs to one of them as a whole; of a phone's
 * registration, which lasts as long as the phone, each has what happened in its time.
 */
export function cutLadder(
  ladder: Ladder,
  captured: number,
  tries: readonly RoomTry[],
): readonly Ladder[] {
  const owner = (message: SipMessage) => ownerOf(tries, captured + message.time, usersOf(message));
  const parts = ladder.exchanges.flatMap((exchange) => partsOf(exchange, owner));
  return tries.map(({ began }, index) => {
    const own = parts
      .filter((part) => part.owner === index)
      .map(({ exchange }) => exchange)
      .sort((one, other) => startOf(one) - startOf(other));
    return ladderOfParts(ladder, own, captured - began);
  });
}

function startOf({ messages }: Exchange): number {
  return messages[0]?.time ?? 0;
}

interface Part {
  readonly owner: number;
  readonly exchange: Exchange;
}

function partsOf(exchange: Exchange, owner: (message: SipMessage) => number): readonly Part[] {
  const { kind, messages } = exchange;
  const [first] = messages;
  if (first === undefined) return [];
  if (kind === 'call') return [{ owner: owner(first), exchange }];
  const owners = new Map<number, SipMessage[]>();
  for (const burst of bursts(messages)) {
    const index = burst[0] === undefined ? -1 : owner(burst[0]);
    owners.set(index, [...(owners.get(index) ?? []), ...burst]);
  }
  return [...owners].map(([index, own]) => {
    const callIds = [...new Set(own.map(({ callId }) => callId))];
    return { owner: index, exchange: { ...exchange, callIds, messages: own } };
  });
}

/** A question and its answers are of one try, though that may be over with the last of them. */
function bursts(messages: readonly SipMessage[]): readonly (readonly SipMessage[])[] {
  const found: SipMessage[][] = [];
  for (const message of messages) {
    const own = found.findLast(([first]) => first?.callId === message.callId);
    const last = own?.at(-1);
    if (last === undefined || message.time - last.time > PAUSE) found.push([message]);
    else own?.push(message);
  }
  return found;
}

/** Seconds. */
const PAUSE = 0.25;

/** Who a message names, its sender first: a request's, whichever way it goes. */
function usersOf({ fromUser, toUser, target }: SipMessage): readonly string[] {
  return [...new Set([fromUser, toUser, target].filter((user) => user !== null))];
}

/** Times count from the try's beginning; a clock that is a little off must not make them negative. */
function ladderOfParts(
  { teams, participants, cut }: Ladder,
  exchanges: readonly Exchange[],
  shift: number,
): Ladder {
  const moved = (time: number) => Math.max(0, Math.round((time + shift) * 1e6) / 1e6);
  const inRoom = new Set(participants.map(({ address }) => address));
  const own = exchanges.map((exchange) => atHome(exchange, inRoom));
  const ends = own.flatMap(({ messages, streams }) =>
    [...messages, ...streams].flatMap(({ from, to }) => [from.address, to.address]),
  );
  return {
    teams,
    participants: participants.filter(({ address }) => ends.includes(address)),
    exchanges: own.map((exchange) => ({
      ...exchange,
      messages: exchange.messages.map((one) => ({ ...one, time: moved(one.time) })),
      streams: exchange.streams.map((one) => ({
        ...{ ...one, start: moved(one.start), end: moved(one.end) },
      })),
    })),
    streams: [],
    cut,
  };
}

/**
 * A room's addresses are all one machine's: it sends to each of them as if from it itself, and a phone
 * there takes the exchange's address for its own. Whose a voice's port is, is told by who named it first.
 */
function atHome(exchange: Exchange, inRoom: ReadonlySet<string>): Exchange {
  const { messages, streams } = exchange;
  const owned = <T extends Endpoint>(end: T): T => {
    const first = messages.find(({ sound }) => sound?.port === end.port);
    return first === undefined || !inRoom.has(end.address)
      ? end
      : { ...end, address: first.from.address };
  };
  return {
    ...exchange,
    messages: messages.map((one) => ({
      ...one,
      sound: one.sound === null ? null : owned(one.sound),
    })),
    streams: streams.map((one) => ({ ...one, from: owned(one.from), to: owned(one.to) })),
  };
}
