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

  it('once the last change is over, also one that waited for its turn or failed', async () => {
    const { changes, quiet } = budgetOf(1);
    const all = [change(), change(), change()] as const;
    const made = Promise.allSettled(all.map(({ work }) => changes(work)));
    let isQuiet = false;
    const calm = quiet().then(() => {
      isQuiet = true;
    });
    all[0].end();
    all[1].fail(new Error('no room'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isQuiet).toBe(false);
    all[2].end();
    await made;
    await calm;
    expect(isQuiet).toBe(true);
  });
});
