import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Clock, systemClock } from '../../../base/clock.ts';
import { openResultRun, RESULT_FILE } from './result-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lab-run-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A clock whose rests end when the test says so, or when they are cut short. */
function restingClock() {
  const rests: (() => void)[] = [];
  const wait: Clock['wait'] = (_, signal) =>
    new Promise((resolve, reject) => {
      rests.push(resolve);
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
  return { clock: { ...systemClock, wait }, rests };
}

function kept(): unknown {
  return JSON.parse(readFileSync(join(folder, RESULT_FILE), 'utf8'));
}

describe('the result of a run', () => {
  it('is written at once, and after a rest as it is by then', async () => {
    const { clock, rests } = restingClock();
    const run = await openResultRun(folder, clock);
    run.saveSoon(() => ({ results: [1] }));
    await vi.waitFor(() => expect(rests).toHaveLength(1));
    for (const results of [
      [1, 2],
      [1, 2, 3],
    ])
      run.saveSoon(() => ({ results }));
    expect(kept()).toEqual({ results: [1] });
    rests[0]?.();
    await vi.waitFor(() => expect(kept()).toEqual({ results: [1, 2, 3] }));
    await run.save({ results: [] });
  });

  it('is written in the end without any rest', async () => {
    const { clock, rests } = restingClock();
    const run = await openResultRun(folder, clock);
    run.saveSoon(() => ({ results: [1] }));
    await vi.waitFor(() => expect(rests).toHaveLength(1));
    run.saveSoon(() => ({ results: [1, 2] }));
    await run.save({ results: [1, 2, 3] });
    expect(kept()).toEqual({ results: [1, 2, 3] });
  });
});
