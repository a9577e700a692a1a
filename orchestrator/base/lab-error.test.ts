import { describe, expect, it } from 'vitest';
import { saysDiskFull } from './lab-error.ts';

describe('a full disk', () => {
  it.each([
    ['tar: ./usr/lib: Cannot write: No space left on device', true],
    ["E: You don't have enough free space in /tmp/base/var/cache/apt/archives/.", true],
    ['After this operation, 97.5 MB of additional disk space will be used.', false],
    ['E: Unable to locate package baresip', false],
  ])('%s: %s', (said, full) => {
    expect(saysDiskFull(said)).toBe(full);
  });
});
