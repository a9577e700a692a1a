import type { Ladder } from '../ladder/ladder.ts';
import type { LogLine } from './proof.ts';

/** All that was recorded of a clean room. Times are seconds since 1970, by the engine's clock. */
export interface RoomRecord {
  /** Asterisk's own log up to the moment in which it took calls: notices, warnings, errors. */
  readonly boot: readonly LogLine[];
  /** What it logged from then on, each step of the dial plan too. */
  readonly log: readonly LogLine[];
  /** Null where nothing could be captured or dissected. */
  readonly ladder: Ladder | null;
  /** When the capture's first packet passed, which the ladder's times count from. */
  readonly captured: number;
  readonly heard: readonly HeardSound[];
  readonly messages: readonly SpoolMessage[];
}

/** What a phone heard from the moment in which it was listened to. */
export interface HeardSound {
  readonly extension: string;
  readonly time: number;
  readonly samples: Int16Array;
}

/** A message as the spool had it when its run was over. */
export interface SpoolMessage {
  readonly path: string;
  readonly text: string;
  readonly sound: Uint8Array | null;
  /** When it was left, and by whom for whom, where its text file tells. */
  readonly time: number | null;
  readonly caller: string | null;
  readonly mailbox: string;
}

/** One try of a check in the room, as far as what was recorded is sorted by it. */
export interface RoomTry {
  /** What its files' names begin with: check and attempt. */
  readonly label: string;
  /** The names that its phones have or gave themselves. */
  readonly names: readonly string[];
  /** Seconds since 1970, by the engine's clock. */
  readonly began: number;
  readonly seconds: number;
  /** It is about Asterisk's start. */
  readonly ofBoot: boolean;
  /** The tries (by place in the list) that left what one without phones looks at. */
  readonly after: readonly number[];
  readonly evidence: unknown;
}
