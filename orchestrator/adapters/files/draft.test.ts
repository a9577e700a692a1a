import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openDraft } from './draft.ts';
import { readBeginning, writeStream } from './streams.ts';

const root = mkdtempSync(join(tmpdir(), 'lab-draft-'));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'x'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Why something could not be done, as code and facts. */
async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: { problem?: unknown }) => error.problem ?? error,
  );
}

describe('a file in the making', () => {
  it('has its name once it is kept, and replaces the one that had it', async () => {
    const file = join(folder, 'a.pcapng');
    writeFileSync(file, 'old');
    {
      await using draft = await openDraft(file);
      await draft.fill(Readable.from(['new', 'er']));
      expect(readFileSync(file, 'utf8')).toBe('old');
      await draft.keep();
    }
    expect(readFileSync(file, 'utf8')).toBe('newer');
    expect(readdirSync(folder)).toEqual(['a.pcapng']);
  });

  it('leaves nothing when it is not kept', async () => {
    const file = join(folder, 'a.pcapng');
    const broken = Readable.from(
      (function* () {
        yield 'half';
        throw new Error('engine gone');
      })(),
    );
    expect(await failure(writeStream(file, broken))).toMatchObject({ code: 'unwritable' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused before any work where it could not get its name', async () => {
    mkdirSync(join(folder, 'taken'));
    const reasons = [];
    for (const file of [join(folder, 'taken'), join(folder, 'no', 'a'), '/dev/null']) {
      reasons.push(await failure(openDraft(file)));
    }
    expect(reasons).toMatchObject([
      { code: 'unwritable', params: { reason: 'EISDIR' } },
      { code: 'unwritable', params: { reason: 'ENOENT' } },
      { code: 'unwritable', params: { reason: 'EEXIST' } },
    ]);
    expect(readdirSync(folder)).toEqual(['taken']);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe('the beginning of a file', () => {
  it('is as long as there is one', async () => {
    const file = join(folder, 'a');
    writeFileSync(file, 'abc');
    expect(String(Buffer.from(await readBeginning(file, 2)))).toBe('ab');
    expect(String(Buffer.from(await readBeginning(file, 9)))).toBe('abc');
    const problem = await failure(readBeginning(folder, 2));
    expect(problem).toMatchObject({ code: 'unreadable', params: { reason: 'EISDIR' } });
  });
});
