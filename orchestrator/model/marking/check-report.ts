import type { ToldCause } from './cause.ts';
import type { Verdict } from './verdict.ts';

/** What one check found, with everything that it was judged from. */
export type CheckResult = Verdict & {
  readonly id: string;
  /** What the probes saw; null where nothing was tried. */
  readonly evidence: unknown;
  /** Milliseconds since the run began. */
  readonly started: number;
  readonly ms: number;
  /** The part of it that no haste can spare: rings, keys, prompts that can't be skipped, speech. */
  readonly inherentMs: number;
  /** The checks that it came after: those that it needs, and those that had its lines before. */
  readonly after: readonly string[];
};

/** The checks of one team. */
export interface CheckReport {
  readonly team: number;
  readonly mode: 'full' | 'quick';
  readonly checks: readonly CheckResult[];
  readonly ms: number;
  readonly criticalPathMs: number;
  /** Why checks failed, the likeliest first, where that was looked for. */
  readonly causes?: readonly FoundCause[];
}

/** Why checks of a live lab failed. */
export interface FoundCause extends ToldCause {
  /** The failed checks that it explains. */
  readonly checks: readonly string[];
}

/** The longest chain of checks, each counted with what no haste can spare (ms). */
export function criticalPath(checks: readonly CheckResult[]): number {
  const known = new Map<string, number>();
  const lengthTo = (id: string): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const check = checks.find((candidate) => candidate.id === id);
    if (check === undefined) return 0;
    const length = check.inherentMs + Math.max(0, ...check.after.map(lengthTo));
    known.set(id, length);
    return length;
  };
  return Math.max(0, ...checks.map(({ id }) => lengthTo(id)));
}

/** True when every check passed. */
export function allPassed({ checks }: Pick<CheckReport, 'checks'>): boolean {
  return checks.every(({ verdict }) => verdict === 'pass');
}

/** The checks that did not pass: those that failed; else those that nobody could tell; else those that were not tried. */
export function notPassed({ checks }: Pick<CheckReport, 'checks'>): {
  readonly failed: boolean;
  readonly checks: readonly string[];
} {
  const of = (kind: Verdict['verdict']) =>
    checks.filter(({ verdict }) => verdict === kind).map(({ id }) => id);
  const failed = of('fail');
  if (failed.length > 0) return { failed: true, checks: failed };
  const untold = of('inconclusive');
  return { failed: false, checks: untold.length > 0 ? untold : of('skipped') };
}
