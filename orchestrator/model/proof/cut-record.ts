import type { Ladder } from '../ladder/ladder.ts';
import { cutLog, since } from './asterisk-log.ts';
import { cutLadder } from './cut-ladder.ts';
import { ownerOf } from './owner.ts';
import type { LogLine } from './proof.ts';
import type { HeardSound, RoomRecord, RoomTry, SpoolMessage } from './room-record.ts';

/** What was recorded of one try. */
export interface TryRecord {
  readonly calls: Ladder | null;
  readonly log: readonly LogLine[];
  readonly heard: readonly HeardSound[];
  readonly messages: readonly SpoolMessage[];
}

/** Sorts what was recorded of a room by its tries, in their order. What belongs to none is left out. */
export function cutRecord(record: RoomRecord, tries: readonly RoomTry[]): readonly TryRecord[] {
  const { ladder, captured, boot } = record;
  const ladders = ladder === null ? null : cutLadder(ladder, captured, tries);
  const logs = cutLog(record.log, tries);
  const heard = record.heard.map((sound) => ({
    sound,
    owner: ownerOf(tries, sound.time, [sound.extension]),
  }));
  const owners = record.messages.map((message) => messageOwner(message, tries));
  const left = (index: number) => record.messages.filter((_, place) => owners[place] === index);
  return tries.map(({ began, ofBoot, names, after }, index) => ({
    calls: ladders?.[index] ?? null,
    log: ofBoot
      ? boot.map((line) => ({ ...line, time: since(line.time, began) }))
      : (logs[index] ?? []),
    heard: heard.filter(({ owner }) => owner === index).map(({ sound }) => sound),
    messages: names.length > 0 ? left(index) : after.flatMap(left),
  }));
}

/**
 * A text file's time is in whole seconds: what was left at the beginning of a try seems to be older.
 * Nobody hangs up within a second of the beep, so the last try that can have left it did.
 */
function messageOwner({ time, caller, mailbox }: SpoolMessage, tries: readonly RoomTry[]): number {
  if (time === null) return -1;
  const able = tries
    .map(({ names, began, seconds }, index) => ({
      ...{ index, began },
      present: [caller, mailbox].some((name) => name !== null && names.includes(name)),
      inTime: began <= time + 1 && time <= began + seconds,
    }))
    .filter(({ present, inTime }) => present && inTime)
    .sort((one, other) => other.began - one.began);
  return able[0]?.index ?? -1;
}
