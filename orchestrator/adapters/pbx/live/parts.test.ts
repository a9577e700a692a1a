import { describe, expect, it } from 'vitest';
import { partsOf } from './parts.ts';

const LOOK = 'now 2\n12\nfiles 9\nusers 3\nx\nend 0\n\n';

function seen(printed: string) {
  const { whole, rest } = partsOf(Buffer.from(printed));
  const texts = whole.map((parts) => [...parts].map(([name, value]) => [name, String(value)]));
  return { texts, rest: String(rest) };
}

describe('the parts of a look', () => {
  const parts = [
    ['now', '12'],
    ['files', 'users 3\nx'],
    ['end', ''],
  ];

  it('are cut by their lengths, whatever is in them', () => {
    expect(seen(LOOK)).toEqual({ texts: [parts], rest: '' });
    expect(seen(LOOK + LOOK)).toEqual({ texts: [parts, parts], rest: '' });
  });

  it('wait for the rest of a look, wherever it is cut', () => {
    for (let cut = 0; cut < LOOK.length; cut++) {
      const begun = LOOK.slice(0, cut);
      expect(seen(begun)).toEqual({ texts: [], rest: begun });
      expect(seen(LOOK + begun)).toEqual({ texts: [parts], rest: begun });
    }
  });
});
