import { describe, expect, it } from 'vitest';
import { loginGuard } from './login-guard.ts';

const slip = { address: '192.168.1.7', account: '3' };

describe('wrong passwords', () => {
  it('cost five times only a moment, then thirty seconds, then twice as long each time', () => {
    const guard = loginGuard();
    for (let tries = 1; tries <= 4; tries += 1) guard.failed(slip, 0);
    expect(guard.shutOutFor(slip, 0)).toBe(0);
    guard.failed(slip, 0);
    expect(guard.shutOutFor(slip, 1_000)).toBe(29_000);
    expect(guard.shutOutFor(slip, 30_000)).toBe(0);
    guard.failed(slip, 30_000);
    expect(guard.shutOutFor(slip, 30_000)).toBe(60_000);
    for (let tries = 1; tries <= 90; tries += 1) guard.failed(slip, 30_000);
    expect(guard.shutOutFor(slip, 30_000)).toBe(300_000);
  });

  it('of another address shut nobody out, and make the account slower by four seconds at most', () => {
    const guard = loginGuard();
    for (let tries = 1; tries <= 50; tries += 1) guard.failed({ ...slip, address: 'other' }, 0);
    expect(guard.shutOutFor(slip, 0)).toBe(0);
    expect(guard.delay(slip, 0)).toBe(4_000);
    expect(guard.delay({ ...slip, account: '4' }, 0)).toBe(0);
  });

  it('at many accounts shut their address out of all', () => {
    const guard = loginGuard();
    for (let tries = 0; tries < 20; tries += 1) guard.failed({ ...slip, account: `${tries}` }, 0);
    expect(guard.shutOutFor({ ...slip, account: 'new' }, 0)).toBe(30_000);
  });

  it('are forgotten when the right one comes, and after a quarter of an hour', () => {
    const guard = loginGuard();
    for (let tries = 1; tries <= 5; tries += 1) guard.failed(slip, 0);
    guard.passed(slip);
    expect([guard.shutOutFor(slip, 0), guard.delay(slip, 0)]).toEqual([0, 0]);
    for (let tries = 1; tries <= 9; tries += 1) guard.failed(slip, 0);
    expect(guard.shutOutFor(slip, 900_001)).toBe(0);
  });

  it('take no more memory than ten thousand of them', () => {
    const guard = loginGuard();
    for (let tries = 0; tries < 20_000; tries += 1)
      guard.failed({ address: `a${tries}`, account: 'x' }, 0);
    expect(guard.delay({ address: 'b', account: 'x' }, 0)).toBe(4_000);
  });
});
