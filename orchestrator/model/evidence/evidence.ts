/*
 * What probes bring back from a lab: facts without any judgement, as plain data that can be printed,
 * kept and judged again. Times are in milliseconds unless they say otherwise.
 */

/** Whether Asterisk takes calls; `log` is what it said last when it doesn't. */
export interface BootEvidence {
  readonly state: 'ready' | 'dead' | 'slow' | 'not-installed';
  readonly log: readonly string[];
}

/** What the exchange answered to one registration: `200 OK`, `403 Forbidden`; null: nothing. */
export interface RegistrationEvidence {
  readonly extension: string;
  readonly status: string | null;
}

/** What a phone with a wrong secret got: for its registration, and for a call that it placed. */
export interface IntrusionEvidence {
  readonly extension: string;
  readonly registration: string | null;
  /** The number that was dialled, and how that call ended or got on; null: no answer at all. */
  readonly number: string;
  readonly call: string | null;
}

/** How much of each voice one end of a call heard, in seconds. */
export interface HeardEvidence {
  readonly other: number;
  readonly own: number;
}

/** How far a call got that was meant to be answered. */
export type CallOutcome =
  /** The callee rang and answered. */
  | 'answered'
  /** It ended before that; `status` says how. */
  | 'ended'
  /** Something else took it, and the callee did not ring. */
  | 'answered-elsewhere'
  /** The callee did not ring, whatever the exchange said, and nothing else came of it. */
  | 'unrung'
  /** Nothing happened any more; `awaited` says what for. */
  | 'stalled';

/** One call from phone to phone. */
export interface CallEvidence {
  readonly caller: string;
  readonly callee: string;
  readonly number: string;
  readonly outcome: CallOutcome;
  /** How the caller's end closed, in SIP's or the softphone's words. */
  readonly status: string;
  readonly awaited: string;
  readonly hungUpBy: 'caller' | 'callee';
  /** Both ends were free again after one had hung up. */
  readonly cleared: boolean;
  readonly heardByCaller: HeardEvidence;
  readonly heardByCallee: HeardEvidence;
  readonly timeline: Timelines;
}

/** What both ends of a call saw, in words of no language. */
export interface Timelines {
  readonly caller: string;
  readonly callee: string;
}

/** A call that the callee does not take, so that the caller may leave a message. */
export interface DepositEvidence {
  readonly caller: string;
  readonly callee: string;
  /** What the callee does: lets it ring, or refuses as busy. */
  readonly manner: 'ring' | 'refuse';
  /**
   * `spoken`: voicemail answered, beeped, and was spoken to. `no-beep`: something answered that
   * never beeped. `ended`: the call was over before. `rings-on`: the callee still rang at the end
   * of our patience. `unrung`: the callee did not ring, and nothing else came of it. `stalled`:
   * nothing happened any more.
   */
  readonly outcome: 'spoken' | 'no-beep' | 'ended' | 'rings-on' | 'unrung' | 'stalled';
  /** How long the callee rang; null when it never did. */
  readonly rang: number | null;
  readonly status: string;
  readonly awaited: string;
  /** Wall clock, in seconds since 1970, from dialling to hanging up. */
  readonly from: number;
  readonly to: number;
  readonly timeline: Timelines;
}

/**
 * What came of dialling a number that may or may not be reachable. `answered`: by something else than
 * the phone that would ring; `unrung`: the exchange said that it rings, and it did not.
 */
export interface ReachEvidence {
  readonly caller: string;
  readonly number: string;
  readonly outcome: 'rings' | 'answered' | 'refused' | 'unrung' | 'stalled';
  readonly status: string;
  readonly timeline: string;
}

/** A visit to the voicemail number. */
export interface ConsultEvidence {
  readonly caller: string;
  readonly number: string;
  readonly outcome: 'answered' | 'ended' | 'stalled';
  readonly status: string;
  /** Something was heard before any key was pressed. */
  readonly prompted: boolean;
  /** Keys in the order in which they were pressed. */
  readonly keys: string;
  /** Seconds of the message's signature that were heard. */
  readonly heard: number;
  readonly timeline: string;
}
