/** How many quarter points a point has: marks are counted in quarters, so that sums are exact. */
export const QUARTERS = 4;

/** What each check earns, in quarter points, by the sheet's questions in their order. */
export interface Scale {
  readonly questions: readonly ScaleQuestion[];
}

/** One question of the sheet. */
export interface ScaleQuestion {
  readonly id: string;
  readonly checks: readonly { readonly id: string; readonly quarters: number }[];
}

/** The question that a check belongs to; null when the scale doesn't count it. */
export function questionOf({ questions }: Scale, check: string): string | null {
  return questions.find(({ checks }) => checks.some(({ id }) => id === check))?.id ?? null;
}

/** What a check can earn, in quarter points. */
export function quartersOf({ questions }: Scale, check: string): number {
  return questions.flatMap(({ checks }) => checks).find(({ id }) => id === check)?.quarters ?? 0;
}

/** Everything that can be earned, in quarter points. */
export function allQuarters({ questions }: Scale): number {
  return questions.flatMap(({ checks }) => checks).reduce((sum, { quarters }) => sum + quarters, 0);
}
