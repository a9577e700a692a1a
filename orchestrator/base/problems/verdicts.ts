import type { NoFacts } from './no-facts.ts';
import type { AnswerReasons } from './reasons/answer-reasons.ts';
import type { CaptureReasons } from './reasons/capture-reasons.ts';
import type { LimitReasons } from './reasons/limit-reasons.ts';
import type { ServerReasons } from './reasons/server-verdicts.ts';

/** How a check came out. Only `pass` and `partial` can earn anything. */
export type Outcome =
  /** All of it held. */
  | 'pass'
  /** A part of it held. */
  | 'partial'
  /** It did not hold. */
  | 'fail'
  /** It was not judged: something that it needs did not hold, or the phones were taken. */
  | 'skipped'
  /** What was waited for did not come in time. */
  | 'timeout'
  /** We could not tell: our fault, never the student's. */
  | 'inconclusive';

/** Every reason that a verdict can have: code → the facts that its sentence needs. */
export interface Reasons extends CaptureReasons, AnswerReasons, ServerReasons, LimitReasons {
  // pass
  'asterisk-answers': NoFacts;
  'all-registered': { readonly extensions: readonly string[] };
  'intruders-refused': { readonly extensions: readonly string[] };
  'templates-apart': { readonly templates: readonly string[] };
  'calls-work': { readonly one: string; readonly other: string };
  'contexts-apart': Pair;
  'contexts-joined': Pair;
  'message-left': { readonly mailbox: string; readonly seconds: number | null };
  'fields-right': { readonly mailbox: string };
  'message-heard': { readonly owner: string; readonly number: string };
  'pin-needed': { readonly owner: string };

  // fail and partial
  'asterisk-dead': { readonly log: readonly string[] };
  'asterisk-died': { readonly log: readonly string[] };
  'register-refused': { readonly extension: string; readonly status: string };
  'secret-ignored': { readonly extension: string };
  'call-unchallenged': { readonly extension: string; readonly status: string };
  'template-registers': { readonly template: string };
  'call-refused': Call & { readonly status: string };
  'call-elsewhere': Call;
  'number-unmatched': { readonly caller: string; readonly number: string };
  'one-way-audio': Call & { readonly deaf: string };
  'no-audio': Call;
  'audio-echo': Call & { readonly extension: string };
  'call-left-up': Call;
  'contexts-not-apart': Pair;
  'ring-absent': Call;
  'ring-short': Call & Ring;
  'ring-long': Call & Ring;
  'voicemail-absent': Call & { readonly status: string };
  'voicemail-silent': Call;
  'message-lost': { readonly mailbox: string; readonly context: string };
  'message-elsewhere': { readonly expected: string; readonly found: string };
  'fields-wrong': {
    readonly mailbox: string;
    readonly key: string;
    readonly expected: string;
    readonly found: string;
  };
  'voicemail-number-refused': {
    readonly caller: string;
    readonly number: string;
    readonly status: string;
  };
  'message-unheard': { readonly owner: string; readonly number: string };
  'box-asked': { readonly owner: string; readonly number: string };
  'message-not-moved': { readonly place: string };
  'pin-ignored': { readonly owner: string; readonly number: string };

  // timeout
  'took-too-long': { readonly what: string; readonly awaited: string };

  // skipped
  'needs-another': { readonly check: string };
  'not-handed-in': { readonly what: string };
  'station-in-use': { readonly station: string; readonly extension: string };

  // inconclusive
  'phone-lost': { readonly said: string };
  'pbx-lost': { readonly said: string };
  'check-broken': { readonly said: string };
}

interface Call {
  readonly caller: string;
  readonly callee: string;
}
interface Pair {
  readonly one: string;
  readonly other: string;
}
interface Ring {
  /** Seconds: what it rang, and what was asked for. */
  readonly rang: number;
  readonly expected: number;
  readonly tolerance: number;
}

/** The code of a reason. */
export type ReasonCode = keyof Reasons;

/** A reason as data: its sentences, in every language, live in i18n. */
export type Reason = {
  [C in ReasonCode]: { readonly code: C; readonly params: Reasons[C] };
}[ReasonCode];

/** How a check came out, and why. */
export type Verdict = { readonly verdict: Outcome } & Reason;
