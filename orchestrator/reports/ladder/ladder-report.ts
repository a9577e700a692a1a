import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { Phrases } from '../../i18n/phrases.ts';
import { printable } from '../../model/definition/text/printable.ts';
import type { Exchange } from '../../model/ladder/exchange.ts';
import type { Ladder } from '../../model/ladder/ladder.ts';
import type { RtpStream } from '../../model/ladder/rtp-stream.ts';
import type { SipMessage } from '../../model/ladder/sip-message.ts';
import { type LadderArrow, type LadderColumn, ladderLines } from './ladder-lines.ts';

/** The file as its reader calls it, and the language of the words around. */
export interface LadderReportOptions {
  readonly file: string;
  readonly language: Language;
}

/** A capture's ladder as text: call by call, an arrow a message, each voice where it begins. */
export function ladderReport(ladder: Ladder, { file, language }: LadderReportOptions): string {
  const { phrases } = catalogue(language);
  const { ladder: words } = phrases;
  const { exchanges, streams, cut } = ladder;
  const calls = exchanges.filter(({ kind }) => kind === 'call');
  const ending = cut ? [words.cut(file)] : [];
  if (exchanges.length + streams.length === 0) return [words.nothing(file), ...ending].join('\n');
  const nameOf = namesOf(ladder, phrases);
  const drawn = exchangeTexts(ladder, phrases);
  const outside = streams.length === 0 ? [] : [outsideText(streams, nameOf, phrases)];
  const title = words.title({
    file,
    messages: sum(exchanges.map(({ messages }) => messages.length)),
    calls: calls.length,
    streams: streams.length + sum(exchanges.map((exchange) => exchange.streams.length)),
  });
  return [title, ...drawn, ...outside, ...ending].join('\n\n');
}

/** Each exchange of a ladder, drawn under its title. */
export function exchangeTexts(ladder: Ladder, phrases: Phrases): readonly string[] {
  const { exchanges } = ladder;
  const calls = exchanges.filter(({ kind }) => kind === 'call');
  const nameOf = namesOf(ladder, phrases);
  return exchanges.map((exchange) =>
    [
      titleOf(exchange, calls.indexOf(exchange) + 1, phrases),
      ...(exchange.kind === 'call' ? callIdLines(exchange, nameOf) : []),
      ...drawing(exchange, nameOf, phrases),
    ].join('\n'),
  );
}

/** How people call who is at an address. */
export type NameOf = (address: string) => string;

/** The names that a ladder's addresses have on paper. */
export function namesOf({ participants }: Ladder, { ladder: words }: Phrases): NameOf {
  return (address) => {
    const found = participants.find((participant) => participant.address === address);
    return found?.role === 'pbx' ? words.pbx : (found?.station ?? address);
  };
}

/** What an exchange is, and whose: `Call 1: 3101 → 3102`. */
export function titleOf(
  { kind, from, to }: Exchange,
  index: number,
  { ladder: words }: Phrases,
): string {
  if (kind === 'call') return words.call(index, printable(from ?? '?'), printable(to ?? '?'));
  return kind === 'other' ? words.others : words.registration(printable(from ?? '?'));
}

/** What to filter by in Wireshark: one Call-ID on either side of a PBX. */
function callIdLines({ callIds, messages }: Exchange, nameOf: NameOf): readonly string[] {
  return callIds.map((callId) => {
    const first = messages.find((message) => message.callId === callId);
    const ends = first === undefined ? [] : [first.from.address, first.to.address];
    return `  Call-ID ${printable(callId)}  ${ends.map(nameOf).join(' – ')}`;
  });
}

function drawing(exchange: Exchange, nameOf: NameOf, phrases: Phrases): readonly string[] {
  const { messages, streams } = exchange;
  const ends = [...messages, ...streams].flatMap(({ from, to }) => [from.address, to.address]);
  const addresses = [...new Set(ends)];
  const columns: readonly LadderColumn[] = addresses.map((address) => ({
    address,
    name: nameOf(address),
  }));
  const words = aligned(messages.map((message) => cellsOf(message, nameOf, phrases)));
  const arrow = ({ from, to }: SipMessage | RtpStream) => ({
    from: addresses.indexOf(from.address),
    to: addresses.indexOf(to.address),
  });
  const arrows: readonly LadderArrow[] = [
    ...messages.map((message, index) => ({
      ...{ ...arrow(message), time: message.time, thick: false, words: words[index] ?? '' },
    })),
    ...streams.map((stream) => ({
      ...{ ...arrow(stream), time: stream.start, thick: true, words: voiceText(stream, phrases) },
    })),
  ];
  return ladderLines(
    columns,
    [...arrows].sort((one, other) => one.time - other.time),
  );
}

/** What stands beside a message's arrow, cell by cell: what it is, its CSeq, and what it adds. */
export function cellsOf(
  { method, status, reason, cseq, sound, from, again }: SipMessage,
  nameOf: NameOf,
  { ladder: words }: Phrases,
): readonly string[] {
  const elsewhere = sound !== null && sound.address !== from.address;
  const port = elsewhere ? `${nameOf(sound.address)}:${sound.port}` : `${sound?.port}`;
  return [
    printable(method ?? `${status} ${reason}`),
    printable(`CSeq ${cseq.number} ${cseq.method}`),
    ...(sound === null ? [] : [printable(words.sound(port))]),
    ...(again ? [`(${words.again})`] : []),
  ];
}

/** The first cells one below the other, and the second ones. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1].map((place) => Math.max(0, ...rows.map((row) => row[place]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** One voice in numbers. */
export function voiceText(stream: RtpStream, { ladder: words }: Phrases): string {
  const { codecs, from, to, packets, lost, start, end } = stream;
  return words.voice({
    codec: printable(codecs.join(' + ')),
    ...{ from: String(from.port), to: String(to.port), packets, lost, seconds: end - start },
  });
}

function outsideText(streams: readonly RtpStream[], nameOf: NameOf, phrases: Phrases): string {
  const lines = streams.map((stream) => {
    const { from, to } = stream;
    return `  ${nameOf(from.address)} → ${nameOf(to.address)}  ${voiceText(stream, phrases)}`;
  });
  return [phrases.ladder.outside, ...lines].join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
