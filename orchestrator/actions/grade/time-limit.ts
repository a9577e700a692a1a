import type { Clock } from '../../base/clock.ts';
import { labError } from '../../base/lab-error.ts';
import type { CheckResult } from '../../model/marking/check-report.ts';
import { verdict } from '../../model/marking/verdict.ts';

/**
 * Many times what the slowest wrong lab takes. Every check has an end of its own; this is for what gets
 * round them all, and must never cut off a right lab on a machine that is very busy.
 */
const LIMIT_SECONDS = 900;

/** How long one hand-in may be graded, whatever its files make Asterisk do. Disposing lets go of it. */
export class TimeLimit implements Disposable {
  readonly #over = new AbortController();
  readonly #done = new AbortController();
  readonly #interrupted: AbortSignal;

  constructor(clock: Clock, interrupted: AbortSignal) {
    this.#interrupted = interrupted;
    clock.wait(LIMIT_SECONDS * 1000, this.#done.signal).then(
      () => this.#over.abort(),
      () => undefined,
    );
  }

  /** Ends what is under way: the time is over, or the person wants it. */
  get signal(): AbortSignal {
    return AbortSignal.any([this.#interrupted, this.#over.signal]);
  }

  /** True once the time is over, and nobody pressed Ctrl-C. */
  get isOver(): boolean {
    return this.#over.signal.aborted && !this.#interrupted.aborted;
  }

  /** Does something as soon as the time is over. */
  onEnd(act: () => void): void {
    this.#over.signal.addEventListener('abort', act, { once: true });
  }

  /** What to tell of an error: that the time was over, where that is its reason. */
  explain(error: unknown): unknown {
    return this.isOver ? labError('grading-too-slow', { seconds: LIMIT_SECONDS }, error) : error;
  }

  [Symbol.dispose](): void {
    this.#done.abort();
  }
}

/** What is said of a check that had no time left. */
export function outOfTime(id: string): CheckResult {
  const late = verdict('timeout', 'out-of-time', { seconds: LIMIT_SECONDS });
  return { id, ...late, evidence: null, started: 0, ms: 0, inherentMs: 0, after: [] };
}
