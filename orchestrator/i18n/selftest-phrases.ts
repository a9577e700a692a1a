/** The targets of the self-test. */
export type TargetWord =
  | 'wrong-with-full-marks'
  | 'valid-wrongly-failed'
  | 'not-as-labelled'
  | 'root-named'
  | 'questions-charged'
  | 'empty-hand-in'
  | 'not-graded'
  | 'flakes'
  | 'cause-named'
  | 'place-named';

/** What can become of a mistake made by rule. */
export type RuleWords = Readonly<Record<'killed' | 'equivalent' | 'missed' | 'not-graded', string>>;

/** Words of the self-test. */
export interface SelftestPhrases {
  readonly selftest: {
    readonly labHeading: readonly string[];
    readonly matrixHeading: readonly string[];
    readonly truth: { readonly yes: string; readonly no: string };
    readonly cell: (facts: {
      readonly check: string;
      readonly expected: string;
      readonly found: string;
    }) => string;
    readonly found: Readonly<Record<'pass' | 'fail' | 'skipped' | 'other', string>>;
    readonly expected: Readonly<Record<'pass' | 'root' | 'consequence' | 'open', string>>;
    /** `wrong labs with full marks: 0`. */
    readonly told: (what: string, value: string) => string;
    readonly questions: (expected: string) => string;
    readonly ungraded: (id: string) => string;
    readonly flake: (facts: {
      readonly id: string;
      readonly check: string;
      readonly found: string;
    }) => string;
    readonly unmeasured: string;
    readonly figure: (value: number, share: boolean) => string;
    readonly target: Readonly<Record<TargetWord, string>>;
    readonly fate: RuleWords;
  };
}
