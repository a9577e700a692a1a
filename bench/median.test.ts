import { describe, expect, it } from 'vitest';
import { median } from './median.ts';

describe('the median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[10, 2, 9, 1], 5.5],
    [[100, 2, 2, 2, 2], 2],
  ])('of %o is %d', (figures, expected) => {
    expect(median(figures)).toBe(expected);
  });

  it('of nothing does not exist', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
