import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { processIdentity, processLives } from './process-identity.ts';

const known = { user: 'anna', host: 'pc', pid: process.pid };

describe.runIf(process.platform === 'linux')('the identity of a process', () => {
  it('lets others find out that it lives', () => {
    const identity = processIdentity(known);
    expect(identity).toMatchObject(known);
    expect(identity.boot).toMatch(/^[0-9a-f-]{36}$/);
    expect(identity.namespace).toMatch(/^pid:\[\d+\]$/);
    expect(identity.bootTime).toBeGreaterThan(1_000_000_000);
    expect(processLives(identity)).toBe(true);
  });

  it('is not that of a process which has its pid but began at another time', () => {
    expect(processLives({ pid: process.pid, started: '1' })).toBe(false);
  });

  it('is that of nobody once the process is gone', async () => {
    const child = spawn('true');
    await once(child, 'exit');
    expect(processLives({ pid: child.pid ?? 0, started: '1' })).toBe(false);
  });
});
