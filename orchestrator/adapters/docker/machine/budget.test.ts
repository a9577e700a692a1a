import { describe, expect, it } from 'vitest';
import { budgetOf } from './budget.ts';

function change() {
  let end = (): void => undefined;
  let fail = (_: Error): void => undefined;
  const work = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { work: () => work, end: () => end(), fail: (error: Error) => fail(error) };
}

describe('a budget is quiet', () => {
  it('at once where nothing is being made', async () => {
    await expect(budgetOf(1).quiet()).resolves.toBeUndefined();
  });

  it.each(['changes', 'boots'] as const)(
    'once the last of its %s is over, also one that waited for its turn or failed',
    async (kind) => {
      const { [kind]: lane, quiet, booted } = budgetOf(1);
      const all = [change(), change(), change(), change(), change()] as const;
      const made = Promise.allSettled(all.map(({ work }) => lane(work)));
      let isQuiet = false;
      const calm = (kind === 'changes' ? quiet : booted)().then(() => {
        isQuiet = true;
      });
      for (const one of all.slice(0, 3)) one.end();
      all[3].fail(new Error('no room'));
      await new Promise((resolve) => setImmediate(resolve));
      expect(isQuiet).toBe(false);
      all[4].end();
      await made;
      await calm;
      expect(isQuiet).toBe(true);
    },
  );
});
