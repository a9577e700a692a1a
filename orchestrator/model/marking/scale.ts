/** How many quarter points a point has: marks are counted in quarters, so that sums are exact. */
export const QUARTERS = 4;

/** What all checks of a lab earn together, in points. */
export const TOTAL = 20;

/** A text of the lab's folder, in both languages. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** How a lab is marked: the sheet's questions in their order, and the checks of each. */
export interface Scale {
  readonly questions: readonly ScaleQuestion[];
}

/** One question of the sheet. */
export interface ScaleQuestion {
  readonly id: string;
  readonly title: Bilingual;
  readonly checks: readonly ScaleCheck[];
}

/** What the lab's folder says of one check. */
export interface ScaleCheck {
  readonly id: string;
  /** What it earns, in quarter points. */
  readonly quarters: number;
  /** What it earns where a team is at a stage, in quarter points. */
  readonly atStage: Readonly<Record<string, number>>;
  readonly title: Bilingual;
  /** The checks that can spoil it. */
  readonly consequenceOf: readonly string[];
  /** The files in which what it judges is written. */
  readonly files: readonly string[];
  /** The files that its fault may lie in alone, the likeliest first. */
  readonly suspects: readonly string[];
  /** Words that a hand-in's files must have for this work to have been tried at all. */
  readonly says: readonly string[];
  /** What is told when it did not pass: the first that holds. */
  readonly failures: readonly FailureText[];
  /** Labs of the self-test that must fail it, and that must pass it. */
  readonly selftest: { readonly fails: readonly string[]; readonly passes: readonly string[] };
}

/** A text that is told where all its facts hold; without facts, always. */
export interface FailureText {
  readonly when: Readonly<Record<string, string>> | null;
  readonly text: Bilingual;
}

/** Every check that the scale knows, in the order of the sheet. */
export function scaleChecks({ questions }: Scale): readonly ScaleCheck[] {
  return questions.flatMap(({ checks }) => checks);
}

/** The question that a check belongs to; null when the scale doesn't count it. */
export function questionOf({ questions }: Scale, check: string): string | null {
  return questions.find(({ checks }) => checks.some(({ id }) => id === check))?.id ?? null;
}

/** What a check can earn, in quarter points. */
export function quartersOf(scale: Scale, check: string): number {
  return scaleChecks(scale).find(({ id }) => id === check)?.quarters ?? 0;
}

/** Everything that can be earned, in quarter points. */
export function allQuarters(scale: Scale): number {
  return scaleChecks(scale).reduce((sum, { quarters }) => sum + quarters, 0);
}

/** The scale as it counts for a team at a stage. */
export function scaleAt({ questions }: Scale, stage: string): Scale {
  return {
    questions: questions.map((question) => ({
      ...question,
      checks: question.checks.map((check) => ({
        ...check,
        quarters: check.atStage[stage] ?? check.quarters,
      })),
    })),
  };
}
