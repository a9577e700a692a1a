import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INSTALL_FOLDER } from './lab-command.ts';
import { testLab } from './test-team.ts';

/** On two cores, beside another test file. */
const WITHIN = 1_200_000;

/*
 * Intent: the grader is tried on labs whose outcome is known, and whoever reads the figures can
 * trust it: no wrong lab has the marks, no right one loses any, the blame is right.
 */
describe('lab selftest --quick', () => {
  const test = testLab('selftest', '10.96');
  let found: Selftest;

  beforeAll(async () => {
    const words = ['selftest', '--quick', '--base', test.base, '--jobs', '4', '--json'];
    const { stdout, stderr } = await test.lab(words, { within: WITHIN });
    expect(stdout, stderr).not.toBe('');
    found = JSON.parse(stdout) as Selftest;
  }, WITHIN);

  afterAll(() => test[Symbol.asyncDispose]());

  it('grades every lab', () => {
    expect(found.ungraded).toEqual([]);
    expect(found.labs.length).toBeGreaterThanOrEqual(18);
  });

  it('finds every check as its lab says, and takes points where it says, and nowhere else', () => {
    const wrong = found.labs.filter(({ right }) => !right);
    const told = wrong.map(({ id, cells, charged }) => ({
      ...{ id, charged },
      cells: cells.filter((cell) => !cell.right),
    }));
    expect(told).toEqual([]);
  });

  it.each([
    'wrong-with-full-marks',
    'valid-wrongly-failed',
    'not-as-labelled',
    'root-named',
    'questions-charged',
    'empty-hand-in',
    'not-graded',
    'cause-named',
    'place-named',
  ])('meets its target: %s', (id) => {
    const target = found.targets.find((one) => one.id === id);
    expect(target?.figure).not.toBeNull();
    expect(target?.met, `${id} is ${target?.figure}`).toBe(true);
  });

  it('has each check fail where it must and pass where it must', () => {
    const text = readFileSync(join(INSTALL_FOLDER, 'labs/activity-1/checks.yaml'), 'utf8');
    for (const { check, rightlyPassed, rightlyFailed, wronglyPassed } of found.confusion) {
      expect(text).toContain(`  ${check}:`);
      expect([check, rightlyPassed > 0, wronglyPassed]).toEqual([check, true, 0]);
      if (['pbx.boots', 'call.finance', 'voicemail.pin'].includes(check))
        expect([check, rightlyFailed > 0]).toEqual([check, true]);
    }
  });
});

interface Selftest {
  readonly targets: readonly {
    readonly id: string;
    readonly figure: number | null;
    readonly met: boolean;
  }[];
  readonly confusion: readonly {
    readonly check: string;
    readonly rightlyPassed: number;
    readonly rightlyFailed: number;
    readonly wronglyPassed: number;
  }[];
  readonly labs: readonly {
    readonly id: string;
    readonly right: boolean;
    readonly charged: readonly string[];
    readonly cells: readonly { readonly check: string; readonly right: boolean }[];
  }[];
  readonly ungraded: readonly unknown[];
}
