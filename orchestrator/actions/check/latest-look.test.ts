import { describe, expect, it } from 'vitest';
import { latestLook } from './latest-look.ts';

/** Looks that end when a test says so, with what it says. */
function slowLooks() {
  const ends: ((seen: string) => void)[] = [];
  const once = () => new Promise<string>((resolve) => ends.push(resolve));
  return { ends, ...latestLook(once, 'nothing') };
}

describe('looks that overlap', () => {
  it('show what the last one to begin saw, although an older one ends later', async () => {
    const { ends, look, seen } = slowLooks();
    const [older, newer] = [look(), look()];
    expect(seen()).toBe('nothing');
    ends[1]?.('both messages');
    expect(await newer).toBe('both messages');
    ends[0]?.('one message');
    expect(await older).toBe('one message');
    expect(seen()).toBe('both messages');
  });

  it('show each other’s results when they follow one another', async () => {
    const { ends, look, seen } = slowLooks();
    for (const [index, found] of ['one', 'two'].entries()) {
      const looked = look();
      ends[index]?.(found);
      await looked;
      expect(seen()).toBe(found);
    }
  });
});
