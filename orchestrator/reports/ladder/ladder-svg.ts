import type { Language } from '../../i18n/catalogue.ts';
import { catalogue } from '../../i18n/language.ts';
import type { Phrases } from '../../i18n/phrases.ts';
import type { Exchange } from '../../model/ladder/exchange.ts';
import type { Ladder } from '../../model/ladder/ladder.ts';
import type { RtpStream } from '../../model/ladder/rtp-stream.ts';
import type { SipMessage } from '../../model/ladder/sip-message.ts';
import { cellsOf, type NameOf, namesOf, titleOf, voiceText } from './ladder-report.ts';

/** The width of an A4 page without its margins, in units of which 680 are 180 mm. */
const WIDTH = 680;
const TIME_WIDTH = 56;
const TITLE_HEIGHT = 24;
const HEAD_HEIGHT = 34;
const ROW_HEIGHT = 24;
const FOOT_HEIGHT = 8;
/** A letter's width at the size of words beside arrows. */
const LETTER = 5.6;

const [INK, FAINT, TROUBLE, VOICE] = ['#1a1a1a', '#8a8a8a', '#a11212', '#1f4e8c'];

/**
 * A ladder as SVG, to stand in an HTML page: a picture an exchange, each at most as wide as an A4
 * page, one behind the other. What a picture shows is in it as text too.
 */
export function ladderSvg(ladder: Ladder, language: Language): string {
  const { phrases } = catalogue(language);
  const nameOf = namesOf(ladder, phrases);
  const calls = ladder.exchanges.filter(({ kind }) => kind === 'call');
  return ladder.exchanges
    .map((exchange) => {
      const title = titleOf(exchange, calls.indexOf(exchange) + 1, phrases);
      return picture(title, rowsOf(exchange, nameOf, phrases), nameOf);
    })
    .join('\n');
}

/** One arrow, from address to address, and its words. */
interface Row {
  readonly time: number;
  readonly from: string;
  readonly to: string;
  readonly kind: 'request' | 'response' | 'refusal' | 'voice';
  readonly words: string;
}

function rowsOf({ messages, streams }: Exchange, nameOf: NameOf, phrases: Phrases): readonly Row[] {
  const ends = ({ from, to }: SipMessage | RtpStream) => ({ from: from.address, to: to.address });
  const said = messages.map((message): Row => {
    const [what = '', , ...more] = cellsOf(message, nameOf, phrases);
    const words = [what, ...more].join('  ');
    return { ...ends(message), time: message.time, kind: kindOf(message), words };
  });
  const spoken = streams.map((stream): Row => {
    const words = voiceText(stream, phrases);
    return { ...ends(stream), time: stream.start, kind: 'voice', words };
  });
  return [...said, ...spoken].sort((one, other) => one.time - other.time);
}

function kindOf({ status }: SipMessage): Row['kind'] {
  if (status === null) return 'request';
  // Asked for credentials, a phone has not been refused yet.
  return status >= 400 && status !== 401 && status !== 407 ? 'refusal' : 'response';
}

function picture(title: string, rows: readonly Row[], nameOf: NameOf): string {
  const addresses = [...new Set(rows.flatMap(({ from, to }) => [from, to]))];
  const apart = (WIDTH - TIME_WIDTH) / Math.max(1, addresses.length);
  const lifeAt = (address: string) => TIME_WIDTH + (addresses.indexOf(address) + 0.5) * apart;
  const top = TITLE_HEIGHT + HEAD_HEIGHT;
  const height = top + rows.length * ROW_HEIGHT + FOOT_HEIGHT;
  const told = rows.map(({ time, from, to, words }) => {
    return `${time.toFixed(3)} ${nameOf(from)} → ${nameOf(to)}: ${words}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${WIDTH} ${height}" width="180mm" font-family="sans-serif" font-size="10" fill="${INK}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(told.join('\n'))}</desc>`,
    `<text x="0" y="14" font-size="12" font-weight="bold">${escaped(title)}</text>`,
    ...addresses.flatMap((address) => life(lifeAt(address), nameOf(address), address, height)),
    ...rows.flatMap((row, index) => arrow(row, lifeAt, top + (index + 1) * ROW_HEIGHT - 6)),
    '</svg>',
  ].join('\n');
}

/** Somebody's head and line of life. */
function life(x: number, name: string, address: string, height: number): readonly string[] {
  const at = `x="${round(x)}" text-anchor="middle"`;
  return [
    `<text ${at} y="${TITLE_HEIGHT + 10}" font-weight="bold">${escaped(name)}</text>`,
    ...(name === address
      ? []
      : [`<text ${at} y="${TITLE_HEIGHT + 22}" fill="${FAINT}">${escaped(address)}</text>`]),
    `<line x1="${round(x)}" x2="${round(x)}" y1="${TITLE_HEIGHT + 28}" y2="${height}" stroke="${FAINT}" stroke-width="0.75"/>`,
  ];
}

function arrow(
  { time, from, to, kind, words }: Row,
  lifeAt: (address: string) => number,
  y: number,
): readonly string[] {
  const [start, end] = [lifeAt(from), lifeAt(to)];
  const colour = { request: INK, response: INK, refusal: TROUBLE, voice: VOICE }[kind];
  const dashes = kind === 'response' || kind === 'refusal' ? ' stroke-dasharray="5 3"' : '';
  const stroke = `stroke="${colour}" stroke-width="${kind === 'voice' ? 2.5 : 1.1}"${dashes}`;
  const middle = withinPage((start + end) / 2, words);
  // White behind the letters: a line of life would cross them.
  const text = `x="${round(middle)}" y="${y - 4}" text-anchor="middle" fill="${colour}" stroke="#fff" stroke-width="3" paint-order="stroke"`;
  return [
    `<text x="${TIME_WIDTH - 8}" y="${y + 3}" text-anchor="end" fill="${FAINT}">${time.toFixed(3)}</text>`,
    ...(start === end
      ? [`<path d="M ${round(start)} ${y - 8} h 16 v 8 h -10" fill="none" ${stroke}/>`]
      : [`<line x1="${round(start)}" x2="${round(end)}" y1="${y}" y2="${y}" ${stroke}/>`]),
    head(end, start >= end, y, colour),
    `<text ${text}>${escaped(words)}</text>`,
  ];
}

/** The point of an arrow; drawn, since markers need ids that a page may have already. */
function head(tip: number, leftward: boolean, y: number, colour: string): string {
  return `<path d="M ${round(tip)} ${y} l ${leftward ? 8 : -8} -4 v 8 z" fill="${colour}"/>`;
}

/** The middle of words that would stand out of the page otherwise. */
function withinPage(middle: number, words: string): number {
  const half = (words.length * LETTER) / 2;
  return Math.max(TIME_WIDTH + half, Math.min(WIDTH - half, middle));
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
