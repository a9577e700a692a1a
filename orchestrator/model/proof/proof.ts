import type { Ladder } from '../ladder/ladder.ts';

/**
 * What shows that one try of a check went as it is told: signalling, voices, log, messages and sound.
 * Times are in seconds since the try began.
 */
export interface Proof {
  /** When the try began, by the engine's clock: seconds since 1970. */
  readonly began: number;
  readonly seconds: number;
  /** The SIP that belongs to the try, with its voices; null where nothing could be recorded. */
  readonly calls: Ladder | null;
  readonly timelines: readonly ProofTimeline[];
  readonly rtp: readonly ProofStream[];
  /** Asterisk's log lines of its calls and accounts, also what it says only when it is asked to say more. */
  readonly log: readonly LogLine[];
  readonly messages: readonly ProofMessage[];
  readonly recordings: readonly ProofRecording[];
  /** There was more of something than is kept. */
  readonly shortened: boolean;
}

/** What one phone saw, in words of no language: `0.00 dial 3102 · 0.01 ringing`. */
export interface ProofTimeline {
  readonly extension: string;
  readonly text: string;
}

/** One voice in one direction: addresses as in the ladder, the port that it is sent to. */
export interface ProofStream {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly codec: string;
  readonly packets: number;
  readonly lost: number;
  /** Mean jitter (ms). */
  readonly jitter: number;
  readonly seconds: number;
}

/** One line of Asterisk's log; `time` is null where its date can't be read. */
export interface LogLine {
  readonly time: number | null;
  readonly text: string;
}

/** The text file of a voicemail message as it stood when the room was closed, by its path in the spool. */
export interface ProofMessage {
  readonly path: string;
  readonly text: string;
  /** Its recording, a file beside the result; null where files are not kept, or it has none. */
  readonly recording: string | null;
}

/** What a phone heard in one call: a WAV file beside the result. */
export interface ProofRecording {
  readonly extension: string;
  readonly file: string;
  readonly time: number;
  readonly seconds: number;
}

/** Takes files that a proof names. */
export interface ProofKeeper {
  /** Writes a file by its name (`call.finance-1-3101.wav`) and returns how the result names it. */
  readonly keep: (name: string, content: Uint8Array) => Promise<string>;
}
