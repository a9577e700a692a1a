import type { RunningExchange } from '../../../model/asterisk/running/running-exchange.ts';
import type { ConfigurationFiles } from '../../../model/configuration/configuration-text.ts';
import { type Peer, parsePeers } from '../peers.ts';
import type { FollowInPbx, ReadFromPbx } from '../run.ts';
import { LOOK_SCRIPT } from './look-script.ts';
import { type Parts, partsOf } from './parts.ts';

/** A file of a team's `/etc/asterisk`. Times are seconds since 1970, by the clock of the exchange. */
export interface SeenFile {
  readonly path: string;
  /** When its content, its name or its owner changed: nobody can set that back. */
  readonly changed: number;
  readonly modified: number;
}

/** What one look into an exchange showed. */
export interface LiveState {
  /** The clock of the exchange, in seconds since 1970. */
  readonly now: number;
  readonly installed: boolean;
  /** Null when no Asterisk answered. */
  readonly peers: readonly Peer[] | null;
  /** How many calls are going on; null when no Asterisk answered. */
  readonly calls: number | null;
  /** The messages in the boxes, as paths below the spool: `finance/3101/INBOX/msg0000.txt`. */
  readonly messages: readonly string[];
  readonly files: readonly SeenFile[];
  /** When the team's first files were put there; null where that is not done yet. */
  readonly begun: number | null;
  /** When Asterisk read all its files last, at the earliest; null when it did not answer. */
  readonly loaded: number | null;
  /** Null where no file that counts has changed since then: Asterisk runs what the files say. */
  readonly running: RunningFiles | null;
  /** The SHA-256 of each file as hex, where it was asked for. */
  readonly digests: ReadonlyMap<string, string> | null;
}

/** What the files say, and what Asterisk says of itself, at the same instant. */
export interface RunningFiles {
  readonly files: ConfigurationFiles;
  readonly exchange: RunningExchange;
}

/** What to ask for besides. */
export interface LookOptions {
  readonly digests?: boolean;
}

/** More bytes than an honest look has: forty files of 256 KiB, and tables. */
export const MOST_LOOK = 16 * 2 ** 20;

/** Looks once at an exchange, by one command in its container; null when it can't be looked at. */
export async function readLiveState(
  read: ReadFromPbx,
  { digests = false }: LookOptions = {},
): Promise<LiveState | null> {
  const { stdout } = await read(['perl', '-e', LOOK_SCRIPT, ...(digests ? ['digests'] : [])]);
  const { whole } = partsOf(stdout);
  return whole[0] === undefined ? null : liveStateOf(whole[0]);
}

/** Reads what one look printed. */
function liveStateOf(parts: Parts): LiveState {
  const text = (name: string) => parts.get(name)?.toString('utf8') ?? '';
  const time = (name: string) => (text(name) === '' ? null : secondsOf(text(name)));
  const [, calls] = /^(\d+) active calls?$/m.exec(text('channels')) ?? [];
  return {
    now: time('now') ?? 0,
    installed: text('installed') === 'yes',
    peers: parsePeers(text('peers')),
    calls: calls === undefined ? null : Number(calls),
    messages: listed(text('messages')),
    files: listed(text('files')).flatMap(seenFile),
    begun: time('begun'),
    loaded: time('loaded'),
    running: runningOf(parts),
    digests: parts.has('digests') ? digestsOf(text('digests')) : null,
  };
}

/** A row that isn't one is none: what looks is in the hands of students. */
function seenFile(row: string): readonly SeenFile[] {
  const [, ctime = '', mtime = '', path = ''] = /^(-?\d+) (-?\d+) (.+)$/s.exec(row) ?? [];
  const [changed, modified] = [secondsOf(ctime), secondsOf(mtime)];
  return changed === null || modified === null ? [] : [{ path, changed, modified }];
}

/** What a date can be at most, in seconds from 1970 (ECMA-262, time values). */
const FARTHEST = 8.64e12;

/** Seconds since 1970; null for what is none. */
function secondsOf(text: string): number | null {
  const seconds = text === '' ? Number.NaN : Number(text);
  return Math.abs(seconds) <= FARTHEST ? seconds : null;
}

function digestsOf(text: string): ReadonlyMap<string, string> {
  const rows = listed(text).map((row): [string, string] => [row.slice(65), row.slice(0, 64)]);
  return new Map(rows);
}

function runningOf(parts: Parts): RunningFiles | null {
  if (!parts.has('dialplan')) return null;
  const files = new Map(named(parts, 'file '));
  // Tables are cut by bytes, and may be cut within a letter.
  const said = (name: string) => parts.get(name)?.toString('latin1') ?? '';
  const texts = (beginning: string) =>
    new Map(named(parts, beginning).map(([name, value]) => [name, value.toString('utf8')]));
  return {
    files,
    exchange: {
      users: said('users'),
      dialplan: parts.get('dialplan')?.toString('utf8') ?? '',
      mailboxes: parts.get('mailboxes')?.toString('utf8') ?? '',
      accounts: texts('account '),
      pins: texts('pin '),
    },
  };
}

function named(parts: Parts, beginning: string): readonly (readonly [string, Buffer])[] {
  return [...parts].flatMap(([name, content]) =>
    name.startsWith(beginning) ? [[name.slice(beginning.length), content] as const] : [],
  );
}

function listed(text: string): readonly string[] {
  return text.split('\0').filter((row) => row !== '');
}

/** Looks at an exchange, and again whenever something happens in it, until the command is left. */
export async function* followLiveState(
  follow: FollowInPbx,
  { digests = false }: LookOptions = {},
): AsyncGenerator<LiveState> {
  const words = ['watch', ...(digests ? ['digests'] : [])];
  const pipe = await follow(['perl', '-e', LOOK_SCRIPT, ...words]);
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of pipe) {
      const read = partsOf(Buffer.concat([rest, chunk]));
      rest = read.rest;
      if (rest.length > MOST_LOOK) break;
      const last = read.whole.at(-1);
      if (last !== undefined) yield liveStateOf(last);
    }
  } finally {
    pipe.destroy();
  }
}
