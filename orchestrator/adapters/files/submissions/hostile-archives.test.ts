import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, HandInFolder, THREE, taken, within, zipOf } from './made-hand-ins.ts';
import { madeZip } from './made-zip.ts';

let made: HandInFolder;
beforeEach(() => {
  made = new HandInFolder();
});
afterEach(() => made[Symbol.dispose]());

/** Each writes a file and opens it: a busy machine takes its time. */
const RUNS = { numRuns: 30 };

describe('hostile archives', () => {
  const fate = async (bytes: Uint8Array) => {
    const file = join(made.root, 'any.zip');
    writeFileSync(file, bytes);
    return taken(file).then(Object.values, codeOf);
  };

  it('end in a verdict on each hand-in, whatever byte is changed', async () => {
    const whole = zipOf({ ...within('a/'), ...within('b/'), 'c/t.zip': zipOf(THREE) });
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = Buffer.from(whole);
        for (const { at, to } of changes) bytes[at] = to;
        expect(await fate(bytes)).toBeDefined();
      }),
      RUNS,
    );
  });

  it('end in a verdict however they are cut', async () => {
    const whole = zipOf({ ...within('a/'), ...within('b/') });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (length) => {
        expect(await fate(whole.subarray(0, length))).toBeDefined();
      }),
      RUNS,
    );
  });

  it('end in a verdict whatever their names', async () => {
    const step = fc.oneof(
      fc.constantFrom('..', '.', '', 'users.conf', 'a', '__MACOSX', 'é', 'equipe3', 'a.zip', '\\'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const name = fc.array(step, { minLength: 1, maxLength: 5 }).map((steps) => steps.join('/'));
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 6 }), async (names) => {
        expect(
          await fate(madeZip(names.map((one) => ({ name: one, content: 'x' })))),
        ).toBeDefined();
      }),
      RUNS,
    );
  });
});
