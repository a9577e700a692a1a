import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openScratch } from './scratch.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scratch-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a scratch folder', () => {
  it('holds files for a while, for its owner alone, and is gone afterwards', async () => {
    {
      await using scratch = await openScratch(folder, 'base-pbx');
      const path = await scratch.write('a.txt', Buffer.from('content'));
      expect(path).toBe(join(scratch.folder, 'a.txt'));
      expect(await text(scratch.read('a.txt'))).toBe('content');
      expect((await stat(scratch.folder)).mode & 0o077).toBe(0);
    }
    expect(await readdir(join(folder, 'scratch'))).toEqual([]);
  });

  it('is empty even after a run that was killed', async () => {
    const killed = await openScratch(folder, 'base-pbx');
    await killed.write('left.txt', Buffer.from('x'));
    await using scratch = await openScratch(folder, 'base-pbx');
    expect(await readdir(scratch.folder)).toEqual([]);
  });
});
