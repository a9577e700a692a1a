import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeDrafts, writeArchive } from './write-archive.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archives-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Reads all of it and agrees. */
const accept = async (tar: Readable) => void (await buffer(tar));

describe('an archive', () => {
  it('is written whole, verified, and readable by its owner alone', async () => {
    let verified = '';
    const file = await writeArchive(
      join(folder, 'new'),
      'team3',
      Readable.from(['the work']),
      async (tar) => {
        verified = (await buffer(tar)).toString();
      },
    );
    expect(file).toBe(join(folder, 'new', 'team3.tar.gz'));
    expect(verified).toBe('the work');
    const content = await buffer(createReadStream(file).pipe(createGunzip()));
    expect(content.toString()).toBe('the work');
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await readdir(join(folder, 'new'))).toEqual(['team3.tar.gz']);
  });

  it('that does not verify leaves no file', async () => {
    const refuse = async (tar: Readable) => {
      await accept(tar);
      throw new Error('users.conf differs');
    };
    await expect(writeArchive(folder, 'team3', Readable.from(['x']), refuse)).rejects.toMatchObject(
      {
        problem: { code: 'archive-failed', params: { reason: 'users.conf differs' } },
      },
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('whose verifier gives up half-way leaves no file either', async () => {
    const giveUp = async () => {
      throw new Error('manifest.json is missing');
    };
    const big = Readable.from([Buffer.alloc(5_000_000, 'x')]);
    await expect(writeArchive(folder, 'team3', big, giveUp)).rejects.toMatchObject({
      problem: { code: 'archive-failed', params: { reason: 'manifest.json is missing' } },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('whose stream breaks off leaves no file', async () => {
    const broken = Readable.from(
      (async function* () {
        yield 'the beginning';
        throw new Error('connection lost');
      })(),
    );
    await expect(writeArchive(folder, 'team3', broken, accept)).rejects.toMatchObject({
      problem: { params: { reason: 'connection lost' } },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('that a killed run left half-written is removed with others of its team, and nothing else is', async () => {
    const kept = ['lab-team3-1.tar.gz', 'lab-team4-2.tar.gz.part', 'notes.part'];
    const drafts = ['lab-team3-1.tar.gz.part', 'lab-team3-2.tar.gz.part'];
    for (const name of [...kept, ...drafts]) await writeFile(join(folder, name), 'x');
    await removeDrafts(folder, 'lab-team3-');
    expect((await readdir(folder)).sort()).toEqual(kept);
    await removeDrafts(join(folder, 'absent'), 'lab-team3-');
  });

  it('never takes the place of another one of its name', async () => {
    const old = await writeArchive(folder, 'team3', Readable.from(['old']), accept);
    const other = await writeArchive(folder, 'team3', Readable.from(['new']), accept);
    expect(other).toBe(join(folder, 'team3-2.tar.gz'));
    const kept = await buffer(createReadStream(old).pipe(createGunzip()));
    expect(kept.toString()).toBe('old');
  });

  it('leaves an older one of its name alone when it fails', async () => {
    await writeArchive(folder, 'team3', Readable.from(['old']), accept);
    const failing = writeArchive(folder, 'team3', Readable.from(['new']), () =>
      Promise.reject(new Error('no')),
    );
    await expect(failing).rejects.toThrow('archive-failed');
    const kept = await buffer(createReadStream(join(folder, 'team3.tar.gz')).pipe(createGunzip()));
    expect(kept.toString()).toBe('old');
  });

  it('cannot be written where a file stands instead of the folder', async () => {
    await writeFile(join(folder, 'state'), '');
    const tar = Readable.from(['x']);
    await expect(writeArchive(join(folder, 'state'), 'team3', tar, accept)).rejects.toMatchObject({
      problem: { code: 'archive-failed' },
    });
    expect(tar.destroyed).toBe(true);
  });
});
