import type { StepKind } from '../base/problems/call-steps.ts';

/** The facts of one step of a call's way. */
export interface StepFacts {
  readonly context: string;
  readonly extension: string;
  readonly application: string;
  readonly about: Readonly<Record<string, string | number>>;
}

/** Words of the way that a call would go. */
export interface TracePhrases {
  readonly trace: {
    readonly title: (from: string, to: string) => string;
    /** Nothing was tried: only the files were read. */
    readonly note: string;
    readonly step: Readonly<Record<StepKind, (facts: StepFacts) => string>>;
  };
}
