import { describe, expect, it } from 'vitest';
import { askedDuration } from './session.ts';

describe('how long something is to last', () => {
  it.each([
    ['60s', 60_000],
    ['2m', 120_000],
    ['1h', 3_600_000],
    ['86400s', 86_400_000],
  ])('is a number and its unit: %s', (words, ms) => {
    expect(askedDuration({ for: words })).toBe(ms);
  });

  it('is left open when nobody says', () => {
    expect(askedDuration({})).toBeUndefined();
  });

  it.each(['', '5', '0s', '-1s', '1.5m', '2 m', '60S', '1d', '25h', '1e3s', 'm', '2m30s'])(
    'is refused in words when it is no such thing: "%s"',
    (words) => {
      expect(() => askedDuration({ for: words })).toThrow('duration-wrong');
    },
  );
});
