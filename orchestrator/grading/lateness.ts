import type { Clock } from '../base/clock.ts';
import { type Verdict, verdict } from '../model/marking/verdict.ts';

/** How often the watch looks at itself, in ms. */
const EVERY = 200;

/** A check that was heard of later than this, in ms, is not held against anybody. */
const TOO_LATE = 1_000;

/** What is held against a team. */
const AGAINST: readonly Verdict['verdict'][] = ['partial', 'fail', 'timeout'];

/** Shorter delays are a machine's everyday life, in ms. */
const FELT = 500;

interface Delay {
  readonly end: number;
  readonly ms: number;
}

/**
 * Watches how late this program is: with too much to do, or on a machine that has, it hears of events
 * long after they happened. Disposing ends the watch.
 */
export class LatenessWatch implements Disposable {
  readonly #clock: Clock;
  readonly #done = new AbortController();
  readonly #delays: Delay[] = [];
  #due: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#due = clock.now() + EVERY;
    this.#watch().catch(() => undefined);
  }

  /** The longest delay that ended after a moment of the clock, in ms; 0: none that anybody would feel. */
  since(moment: number): number {
    const underWay = this.#clock.now() - this.#due;
    const ended = this.#delays.filter(({ end }) => end >= moment).map(({ ms }) => ms);
    return Math.max(0, ...ended, ...(underWay > FELT ? [underWay] : []));
  }

  async #watch(): Promise<void> {
    for (;;) {
      await this.#clock.wait(EVERY, this.#done.signal);
      const end = this.#clock.now();
      const ms = end - this.#due;
      if (ms > FELT) this.#delays.push({ end, ms });
      this.#due = end + EVERY;
    }
  }

  [Symbol.dispose](): void {
    this.#done.abort();
  }
}

/**
 * What a check found, when this program was so many ms late meanwhile: whoever hears everything late takes
 * rings for short and calls for silent, so that nothing bad is proven.
 */
export function unlessLate(found: Verdict, late: number): Verdict {
  if (late <= TOO_LATE || !AGAINST.includes(found.verdict)) return found;
  return verdict('inconclusive', 'machine-late', { seconds: Math.round(late / 100) / 10 });
}
