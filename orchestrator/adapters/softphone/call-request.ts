import type { Signature } from '../../model/audio/signature.ts';
import type { Timeline } from '../../model/calls/timeline.ts';
import type { LineClient } from './line-client.ts';

/** How the files of a call get into a station and out of it; whoever can reach the station gives it. */
export interface CallFiles {
  /** Forgets the line's older recordings and puts its voice into its station; the path there. */
  readonly putVoice: (line: string, wave: Uint8Array) => Promise<string>;
  /** The voice that lines have outside such calls; without it they keep the signature. */
  readonly idleVoice?: string;
  /** What the line heard since then, one WAV file a recording, in order. */
  readonly fetchHeard: (line: string) => Promise<readonly Uint8Array[]>;
}

/** One end of a call to place: who, and the signature that it plays. */
export interface CallParty {
  readonly client: LineClient;
  readonly signature: Signature;
}

/** A call to place. Milliseconds. */
export interface CallRequest {
  readonly caller: CallParty;
  readonly callee: CallParty;
  /** What the caller dials. */
  readonly number: string;
  readonly files: CallFiles;
  /** How much audio to take once both ends have heard something. */
  readonly sample?: number;
  readonly hangUpBy?: 'caller' | 'callee';
  /** The longest that any one step may take. */
  readonly within?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * How far a call got: the callee answered it; it ended before; or something else answered
 * (voicemail) before the callee's phone rang.
 */
type CallOutcome = 'answered' | 'ended' | 'answered-elsewhere';

/** What one end saw and heard of the call. */
export interface CallRecord {
  readonly line: string;
  readonly timeline: Timeline;
  readonly heard: readonly Uint8Array[];
}

/** What was seen of a call, without any judgement. `talked`: milliseconds from answer to hang-up. */
export interface PlacedCall {
  readonly outcome: CallOutcome;
  readonly talked: number;
  readonly caller: CallRecord;
  readonly callee: CallRecord;
}
