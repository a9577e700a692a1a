import { describe, expect, it } from 'vitest';
import { openedAhead } from './opened-ahead.ts';

/** A door that writes down what happens to it. */
function door(fails = false) {
  const story: string[] = [];
  const open = async () => {
    story.push('opened');
    if (fails) throw new Error('stuck');
    return {
      [Symbol.asyncDispose]: async () => {
        story.push('closed');
      },
    };
  };
  return { story, open };
}

describe('what may be opened ahead', () => {
  it('is opened once, and belongs to whoever takes it', async () => {
    const { story, open } = door();
    {
      await using ahead = openedAhead(open);
      ahead.begin();
      await ahead.take();
    }
    expect(story).toEqual(['opened']);
  });

  it('is opened when it is taken, if nobody began before', async () => {
    const { story, open } = door();
    await using ahead = openedAhead(open);
    expect(story).toEqual([]);
    await ahead.take();
    expect(story).toEqual(['opened']);
  });

  it('is closed when nobody takes it, and never opened when nobody wants it', async () => {
    const { story, open } = door();
    {
      await using ahead = openedAhead(open);
      ahead.begin();
    }
    expect(story).toEqual(['opened', 'closed']);
    {
      await using _idle = openedAhead(open);
    }
    expect(story).toEqual(['opened', 'closed']);
  });

  it('tells its failure to whoever takes it, and to nobody else', async () => {
    const { open } = door(true);
    {
      await using ahead = openedAhead(open);
      ahead.begin();
    }
    await using ahead = openedAhead(open);
    ahead.begin();
    await expect(ahead.take()).rejects.toThrow('stuck');
  });
});
