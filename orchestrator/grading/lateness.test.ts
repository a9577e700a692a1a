import { describe, expect, it } from 'vitest';
import type { Clock } from '../base/clock.ts';
import { LatenessWatch } from './lateness.ts';

/** A clock whose waits end when the test says so, however late. */
function slowClock() {
  let now = 0;
  let wake: () => void = () => undefined;
  const clock: Clock = {
    now: () => now,
    date: () => new Date(now),
    wait: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
  };
  const later = async (ms: number) => {
    now += ms;
    wake();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const stand = (ms: number) => {
    now += ms;
  };
  return { clock, later, stand };
}

describe('a watch for lateness', () => {
  it('has nothing to tell of a machine that keeps up', async () => {
    const { clock, later } = slowClock();
    using watch = new LatenessWatch(clock);
    await later(200);
    await later(450);
    expect(watch.since(0)).toBe(0);
  });

  it('tells the longest delay since a moment, and forgets those before it', async () => {
    const { clock, later } = slowClock();
    using watch = new LatenessWatch(clock);
    await later(3200);
    await later(1700);
    expect(watch.since(0)).toBe(3000);
    expect(watch.since(4000)).toBe(1500);
    await later(200);
    expect(watch.since(5000)).toBe(0);
  });

  it('tells a delay that is not over yet', async () => {
    const { clock, stand } = slowClock();
    using watch = new LatenessWatch(clock);
    stand(2200);
    expect(watch.since(0)).toBe(2000);
  });
});
