import { describe, expect, it } from 'vitest';
import { isCapture } from './capture-format.ts';

describe('the format of a capture', () => {
  it.each(['0a0d0d0a', 'd4c3b2a1', 'a1b2c3d4', '4d3cb2a1', 'a1b23c4d', '1f8b0800'])(
    'is known by its first bytes: %s',
    (hex) => {
      expect(isCapture(Buffer.from(hex, 'hex'))).toBe(true);
    },
  );

  it.each(['', 'Trame 1', '%PDF', 'PK\u0003\u0004', '\n\r'])('is not that of %j', (text) => {
    expect(isCapture(Buffer.from(text))).toBe(false);
  });
});
