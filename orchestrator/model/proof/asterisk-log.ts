import { ownerOf } from './owner.ts';
import type { LogLine } from './proof.ts';
import type { RoomTry } from './room-record.ts';

/** What Asterisk says of our own looking at it, and of a room's having no name service. */
const NOISE =
  /asterisk\.c: Remote UNIX connection|(?:getaddrinfo\("|Unable to lookup ')(?:[0-9a-f]{12}|A\.ROOT-SERVERS\.NET)["']/;

/** Reads lines that were stamped as they came: `1795558107.032 [Nov 24 23:08:27] NOTICE[56] …`. */
export function stampedLines(text: string): readonly LogLine[] {
  return text.split('\n').flatMap((line): LogLine[] => {
    const [, stamp, said = ''] = /^(\d+\.\d+) (.*)$/.exec(line) ?? [];
    return stamp === undefined || NOISE.test(said) ? [] : [{ time: Number(stamp), text: said }];
  });
}

/** What a clock of Asterisk's says (`Nov 24 23:08:27`) at a moment in seconds since 1970. */
export interface WallClock {
  readonly date: string;
  readonly time: number;
}

/** Reads the lines of a log file, which are dated to the second, in local time and without a year. */
export function datedLines(text: string, wall: WallClock): readonly LogLine[] {
  const now = secondsOf(wall.date);
  return text
    .split('\n')
    .filter((line) => line !== '' && !NOISE.test(line))
    .map((line) => {
      const then = secondsOf(/^\[([^\]]*)\]/.exec(line)?.[1] ?? '');
      if (then === null || now === null) return { time: null, text: line };
      const ago = now - then;
      return { time: wall.time - (ago < -HALF_YEAR ? ago + 2 * HALF_YEAR : ago), text: line };
    });
}

const HALF_YEAR = 183 * 86_400;

/** Seconds within a year, any year; null for another way to write a date. */
function secondsOf(date: string): number | null {
  const found = /^([A-Z][a-z]{2}) +(\d+) (\d+):(\d+):(\d+)(?:\.\d+)?$/.exec(date);
  if (found === null) return null;
  const month = MONTHS.indexOf(found[1] ?? '');
  const [day = 0, hour = 0, minute = 0, second = 0] = found.slice(2).map(Number);
  const before = DAYS_BEFORE[month];
  if (before === undefined) return null;
  return (before + day) * 86_400 + hour * 3_600 + minute * 60 + second;
}

const MONTHS = [
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'],
  ...['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
];
/** Of a leap year: a day more or less matters only across the end of February. */
const DAYS_BEFORE = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];

/**
 * Sorts log lines by try. Those of one call carry its mark (`[C-0000001a]`) and stay together; others
 * go by whom they name. Times count from the try's beginning.
 */
export function cutLog(
  lines: readonly LogLine[],
  tries: readonly RoomTry[],
): readonly (readonly LogLine[])[] {
  const groups = new Map<string, LogLine[]>();
  for (const [index, line] of lines.entries()) {
    const key = /\[(C-[0-9a-f]+)\]/.exec(line.text)?.[1] ?? `line ${index}`;
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [line]);
    else own.push(line);
  }
  const cut: LogLine[][] = tries.map(() => []);
  for (const group of groups.values()) {
    const time = group[0]?.time ?? null;
    if (time === null) continue;
    const owner = ownerOf(tries, time, namedIn(group));
    const began = tries[owner]?.began ?? 0;
    cut[owner]?.push(...group.map((line) => ({ ...line, time: since(line.time, began) })));
  }
  return cut.map((own) => own.sort((one, other) => (one.time ?? 0) - (other.time ?? 0)));
}

/** The phones that lines speak of: those with a channel first, whose the call is. */
function namedIn(group: readonly LogLine[]): readonly string[] {
  const texts = group.map(({ text }) => text);
  const channels = texts.flatMap((text) =>
    [...text.matchAll(/\bSIP\/([^\s"@/]+?)-[0-9a-f]{8}/g)].map(([, name = '']) => name),
  );
  const words = texts.flatMap((text) => text.match(/[\p{L}\d_.-]+/gu) ?? []);
  return [...new Set([...channels, ...words])];
}

/** A line's time counted from another moment. */
export function since(time: number | null, began: number): number | null {
  return time === null ? null : Math.round((time - began) * 1000) / 1000;
}
