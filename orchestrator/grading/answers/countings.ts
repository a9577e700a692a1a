import type { SipMessage } from '../../model/ladder/sip-message.ts';
import type { ObservedCall } from './observed-lab.ts';

/** One way to count messages that were observed: how many, and which, `INVITE 200 ACK`. */
export interface Counting {
  readonly count: number;
  readonly words: string;
}

/**
 * Every reasonable way to count the setting up of a call: on one side of the exchange or on both,
 * with the challenge or without, with all provisional answers, the ringing alone, or none.
 */
export function setUpCountings({ sides }: ObservedCall): readonly Counting[] {
  const openings = sides.map(openingOf).filter((opening) => opening.length > 0);
  return sidesTogether(openings).flatMap((chosen) =>
    [withChallenge, withoutChallenge].flatMap((first) =>
      [all, ringing, final].map((kept) => counting(chosen.flatMap((side) => kept(first(side))))),
    ),
  );
}

/** Every reasonable way to count the end of a call: BYE and its answer, or all from the BYE on. */
export function endCountings({ sides }: ObservedCall): readonly Counting[] {
  const first = Math.min(
    ...sides.flat().flatMap(({ method, frame }) => (method === 'BYE' ? [frame] : [])),
  );
  const endings = sides
    .map((side) => side.filter(({ frame }) => frame >= first))
    .filter((ending) => ending.some(({ method }) => method === 'BYE'));
  return sidesTogether(endings).flatMap((chosen) => [
    counting(chosen.flatMap((side) => side.filter(({ cseq }) => cseq.method === 'BYE'))),
    counting(chosen.flat()),
  ]);
}

/** Each side alone, and all of them. */
function sidesTogether<T>(sides: readonly T[]): readonly (readonly T[])[] {
  return sides.length < 2 ? sides.map((side) => [side]) : [...sides.map((side) => [side]), sides];
}

/** From the first INVITE to the ACK of what answered it for good. */
function openingOf(side: readonly SipMessage[]): readonly SipMessage[] {
  const answer = side.find(
    ({ status, cseq }) =>
      status !== null && status >= 200 && status < 300 && cseq.method === 'INVITE',
  );
  const ack = side.findIndex(
    ({ method, cseq }) => method === 'ACK' && cseq.number === answer?.cseq.number,
  );
  const asked = side.filter(({ method, inDialog }) => method === 'INVITE' && !inDialog);
  // Between the answer and its ACK the exchange may already change the call: that is another matter.
  return side
    .slice(0, ack + 1)
    .filter(
      ({ cseq }) =>
        ['INVITE', 'ACK'].includes(cseq.method) &&
        asked.some((invite) => invite.cseq.number === cseq.number),
    );
}

function withChallenge(side: readonly SipMessage[]): readonly SipMessage[] {
  return side;
}

function withoutChallenge(side: readonly SipMessage[]): readonly SipMessage[] {
  const last = Math.max(...side.map(({ cseq }) => cseq.number));
  return side.filter(({ cseq }) => cseq.number === last);
}

function all(side: readonly SipMessage[]): readonly SipMessage[] {
  return side;
}

function ringing(side: readonly SipMessage[]): readonly SipMessage[] {
  return side.filter(({ status }) => status !== 100);
}

function final(side: readonly SipMessage[]): readonly SipMessage[] {
  return side.filter(({ status }) => status === null || status >= 200);
}

function counting(messages: readonly SipMessage[]): Counting {
  const words = messages.map(({ method, status }) => method ?? String(status)).join(' ');
  return { count: messages.length, words };
}
