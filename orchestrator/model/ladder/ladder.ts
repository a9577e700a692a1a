import type { Layout } from '../numbering/layout.ts';
import { type Exchange, exchanges } from './exchange.ts';
import { type Participant, participants } from './participant.ts';
import { type RtpStream, rtpStreams } from './rtp-stream.ts';
import { sipMessages } from './sip-message.ts';

/** What a capture tells of telephony: who took part, and what they said to each other. */
export interface Ladder {
  /** The teams whose PBX takes part, by their addresses. */
  readonly teams: readonly number[];
  /** In the order in which they first speak or are spoken to. */
  readonly participants: readonly Participant[];
  readonly exchanges: readonly Exchange[];
  /** Voices that no call of the capture asked for. */
  readonly streams: readonly RtpStream[];
  /** The file ends in the middle of a packet: what was behind it is unknown. */
  readonly cut: boolean;
}

/** Makes the ladder out of what tshark printed: packets with `-T ek`, then the table of streams. */
export function ladderOf(dissection: string, layout: Layout, cut = false): Ladder {
  const lines = dissection.split('\n');
  const [messages, streams] = [sipMessages(lines), rtpStreams(lines)];
  const found = exchanges(messages, streams);
  const ends = [...messages, ...streams].flatMap(({ from, to }) => [from.address, to.address]);
  const people = participants([...new Set(ends)], layout);
  const placed = new Set(found.flatMap((exchange) => exchange.streams));
  return {
    teams: [...new Set(people.flatMap(({ team }) => (team === null ? [] : [team])))],
    participants: people,
    exchanges: found,
    streams: streams.filter((stream) => !placed.has(stream)),
    cut,
  };
}
