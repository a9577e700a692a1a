import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeTree } from './write-tree.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tree-'));
});
afterEach(() => rm(folder, { recursive: true }));

const FILE = { path: '/etc/asterisk/users.conf', text: '[3101]\n' };

describe('a written tree', () => {
  it('has every file at its path below the folder, and tells where', async () => {
    const file = join(folder, 'etc/asterisk/users.conf');
    expect(await writeTree(folder, [FILE])).toEqual([file]);
    expect(await readFile(file, 'utf8')).toBe('[3101]\n');
    expect(await readdir(join(folder, 'etc/asterisk'))).toEqual(['users.conf']);
  });

  it('replaces what was there', async () => {
    await writeTree(folder, [{ ...FILE, text: 'old and longer' }]);
    const [file = ''] = await writeTree(folder, [FILE]);
    expect(await readFile(file, 'utf8')).toBe('[3101]\n');
  });

  it('names the file that cannot be written', async () => {
    await writeFile(join(folder, 'etc'), '');
    await expect(writeTree(folder, [FILE])).rejects.toMatchObject({
      problem: {
        code: 'unwritable',
        params: { file: join(folder, 'etc/asterisk/users.conf'), reason: 'ENOTDIR' },
      },
    });
  });

  it('leaves no draft where a file could not take its place', async () => {
    await mkdir(join(folder, 'etc/asterisk/users.conf'), { recursive: true });
    await expect(writeTree(folder, [FILE])).rejects.toThrow('unwritable');
    expect(await readdir(join(folder, 'etc/asterisk'))).toEqual(['users.conf']);
  });
});
