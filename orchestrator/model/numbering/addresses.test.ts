import { describe, expect, it } from 'vitest';
import { hardwareAddress } from './addresses.ts';

describe('hardwareAddress', () => {
  it.each([
    ['192.168.3.200', '02:42:c0:a8:03:c8'],
    ['10.77.8.9', '02:42:0a:4d:08:09'],
  ])('of %s is the one that Docker gives it', (address, hardware) => {
    expect(hardwareAddress(address)).toBe(hardware);
  });
});
