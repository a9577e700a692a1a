import type { StepKind } from '../../../base/problems/call-steps.ts';
import type { Place } from '../conf/place.ts';

/** One step, where it stands, and the words that it is told with. */
export interface CallStep {
  readonly kind: StepKind;
  readonly place: Place | null;
  readonly context: string;
  readonly extension: string;
  readonly priority: number | null;
  /** `Dial(SIP/3102,20)`, with its variables filled in. */
  readonly application: string;
  /** What it is about: a phone, a box, a context, a number of seconds. */
  readonly about: Readonly<Record<string, string | number>>;
}

/** The way of one call through the dial plan, when nobody answers. */
export interface CallPath {
  readonly from: string;
  readonly to: string;
  readonly steps: readonly CallStep[];
}
