import type { Problem } from '../../base/lab-error.ts';
import type { CallRow } from '../calls/call-row.ts';
import { closeReason } from '../calls/close-reason.ts';
import type { PhoneEvent } from '../calls/phone-event.ts';
import { sipUser } from '../calls/sip-user.ts';
import type { TeamNumber } from '../numbering/team-number.ts';
import type { Tongue } from './gate-account.ts';

/** One line of the softphone in front of somebody. */
export interface DeskLine {
  readonly slot: number;
  readonly extension: string | null;
  readonly registered: boolean;
  readonly calls: readonly CallRow[];
}

/** Something that happened at the softphone, for the list below the lines. */
export type DeskNews =
  | { readonly about: 'incoming' | 'ringing' | 'talking'; readonly peer: string }
  | { readonly about: 'closed'; readonly peer: string; readonly reason: string }
  | { readonly about: 'registered' }
  | { readonly about: 'unregistered'; readonly reason: string }
  | { readonly about: 'keys'; readonly digits: string }
  | { readonly about: 'problem'; readonly problem: Problem };

/** Which words are being typed: a number to dial, keys to send, accounts to use. */
export type DeskQuestion = 'dial' | 'send' | 'use';

/** All that the menu of a softphone shows. */
export interface PhoneDesk {
  readonly team: TeamNumber;
  readonly station: string;
  readonly tongue: Tongue;
  /** `away`: somebody else took the softphone in hand, or it was started anew. */
  readonly state: 'opening' | 'open' | 'away';
  readonly lines: readonly DeskLine[];
  /** The place of the line that keys are for. */
  readonly chosen: number;
  readonly question: { readonly about: DeskQuestion; readonly typed: string } | null;
  readonly news: readonly { readonly line: string; readonly at: Date; readonly what: DeskNews }[];
}

/** What somebody wants done. */
export type DeskWish =
  | { readonly do: 'dial'; readonly number: string }
  | { readonly do: 'send'; readonly digits: string }
  | { readonly do: 'use'; readonly words: readonly string[] }
  | { readonly do: 'answer' }
  | { readonly do: 'hangup' }
  | { readonly do: 'open' }
  | { readonly do: 'quit' };

/** A menu before its softphone is open. */
export function phoneDesk(who: Pick<PhoneDesk, 'team' | 'station' | 'tongue'>): PhoneDesk {
  return { ...who, state: 'opening', lines: [], chosen: 0, question: null, news: [] };
}

/** As much news as a small screen has room for. */
const MOST_NEWS = 6;

/** The menu after something happened on a line. */
export function withNews(desk: PhoneDesk, line: string, at: Date, what: DeskNews): PhoneDesk {
  return { ...desk, news: [...desk.news, { line, at, what }].slice(-MOST_NEWS) };
}

/** The menu with a line as it is now; a call that comes in gets the keys, unless the chosen line has one. */
export function withLine(desk: PhoneDesk, line: DeskLine): PhoneDesk {
  const others = desk.lines.filter(({ slot }) => slot !== line.slot);
  const lines = [...others, line].sort((one, other) => one.slot - other.slot);
  const busy = (desk.lines[desk.chosen]?.calls.length ?? 0) > 0;
  const rings = line.calls.some(({ state }) => state === 'INCOMING');
  const chosen = rings && !busy ? lines.indexOf(line) : desk.chosen;
  return { ...desk, lines, chosen };
}

/** What an event of a line is to somebody in front of it; null when it is nothing. */
export function deskNews(event: PhoneEvent): DeskNews | null {
  switch (event.type) {
    case 'CALL_INCOMING':
      return { about: 'incoming', peer: sipUser(event.peer) };
    case 'CALL_RINGING':
      return { about: 'ringing', peer: sipUser(event.peer) };
    case 'CALL_ESTABLISHED':
      return { about: 'talking', peer: sipUser(event.peer) };
    case 'CALL_CLOSED': {
      // How baresip words a normal end would only puzzle people.
      const { kind, text } = closeReason(event.param);
      const normal = kind === 'hung-up-here' || kind === 'hung-up-there';
      return { about: 'closed', peer: sipUser(event.peer), reason: normal ? '' : text };
    }
    case 'REGISTER_FAIL':
      return { about: 'unregistered', reason: event.status };
    default:
      return null;
  }
}

/** What follows from a key. */
interface Pressed {
  readonly desk: PhoneDesk;
  readonly wish: DeskWish | null;
}

const ENTER = /^[\r\n]$/;
const BACKSPACE = /^[\u007f\b]$/;
/** Ctrl-C, Ctrl-D. */
const LEAVE: readonly string[] = ['\u0003', '\u0004'];
const ESCAPE = '\u001b';

/** The keys in a piece of what a terminal sends: characters, without arrows and their kin. */
export function keysOf(text: string): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: arrows and function keys begin with it
  return [...text.replaceAll(/\u001b(\[[0-9;]*[A-Za-z~]|O[A-Za-z])/g, '').replaceAll('\r\n', '\r')];
}

/** The menu after a key, and what it asks to be done. */
export function press(desk: PhoneDesk, key: string): Pressed {
  if (LEAVE.includes(key)) return { desk, wish: { do: 'quit' } };
  return desk.question === null ? choose(desk, key) : type(desk, desk.question, key);
}

function choose(desk: PhoneDesk, key: string): Pressed {
  const ask = (about: DeskQuestion) => ({
    desk: { ...desk, question: { about, typed: '' } },
    wish: null,
  });
  if (key === '\t') {
    const chosen = (desk.chosen + 1) % Math.max(1, desk.lines.length);
    return { desk: { ...desk, chosen }, wish: null };
  }
  const low = key.toLowerCase();
  if (low === 'l') return { desk: { ...desk, tongue: other(desk.tongue) }, wish: null };
  if (low === 'q') return { desk, wish: { do: 'quit' } };
  if (desk.state !== 'open') {
    return { desk, wish: desk.state === 'away' && ENTER.test(key) ? { do: 'open' } : null };
  }
  if (low === 'd') return ask('dial');
  if (low === 's') return ask('send');
  if (low === 'u') return ask('use');
  if (low === 'a') return { desk, wish: { do: 'answer' } };
  return { desk, wish: low === 'x' ? { do: 'hangup' } : null };
}

/** No number, key or account is longer. */
const MOST_TYPED = 80;

function type(
  desk: PhoneDesk,
  { about, typed }: { about: DeskQuestion; typed: string },
  key: string,
): Pressed {
  const now = (text: string) => ({
    desk: { ...desk, question: { about, typed: text } },
    wish: null,
  });
  const closed = { ...desk, question: null };
  if (key === ESCAPE) return { desk: closed, wish: null };
  if (BACKSPACE.test(key)) return now(typed.slice(0, -1));
  if (ENTER.test(key)) return { desk: closed, wish: wishOf(about, typed.trim()) };
  return now(/^[ -~]$/.test(key) && typed.length < MOST_TYPED ? typed + key : typed);
}

function wishOf(about: DeskQuestion, typed: string): DeskWish | null {
  if (typed === '') return null;
  if (about === 'dial') return { do: 'dial', number: typed.replaceAll(' ', '') };
  if (about === 'send') return { do: 'send', digits: typed.replaceAll(' ', '').toUpperCase() };
  return { do: 'use', words: typed.split(/ +/) };
}

function other(tongue: Tongue): Tongue {
  return tongue === 'fr' ? 'en' : 'fr';
}
