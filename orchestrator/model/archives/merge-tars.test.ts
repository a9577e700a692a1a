import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { mergeTars } from './merge-tars.ts';
import { packTar, unpackTar } from './tar.ts';

async function source(folder: string, files: Readonly<Record<string, string>>) {
  const entries = Object.entries(files).map(([path, text]) => ({
    path,
    content: Buffer.from(text),
    owner: 102,
    mode: 0o640,
  }));
  const tar = await packTar([{ path: 'asterisk', content: null }, ...entries]);
  return { folder, open: async () => Readable.from([tar]) };
}

describe('a merged archive', () => {
  it('holds every file of its sources, each in its folder, and a closing entry about them', async () => {
    const big = 'x'.repeat(300_000);
    const merged = mergeTars(
      [await source('etc', { 'asterisk/users.conf': '[3101]\n' }), await source('spool', { big })],
      (files) => ({ path: 'manifest.json', text: JSON.stringify(files) }),
    );
    const files = await unpackTar(await buffer(merged));
    expect(files.map(({ path }) => path)).toEqual([
      'etc/asterisk/users.conf',
      'spool/big',
      'manifest.json',
    ]);
    expect(files[0]?.mode).toBe(0o640);
    expect(Buffer.from(files[1]?.content ?? []).toString()).toBe(big);
    expect(JSON.parse(Buffer.from(files[2]?.content ?? []).toString())).toEqual([
      { path: 'etc/asterisk/users.conf', size: 7, sha256: sha256('[3101]\n') },
      { path: 'spool/big', size: big.length, sha256: sha256(big) },
    ]);
  });

  it('lets go of what it reads once nobody wants the rest', async () => {
    const big = await packTar([{ path: 'a', content: Buffer.alloc(5_000_000) }]);
    const tar = Readable.from([big.subarray(0, 1_000_000), big.subarray(1_000_000)]);
    const merged = mergeTars([{ folder: 'etc', open: async () => tar }], () => ({
      ...{ path: 'm', text: '' },
    }));
    const closed = once(tar, 'close');
    await once(merged, 'readable');
    merged.destroy();
    await closed;
    expect(tar.destroyed).toBe(true);
  });

  it('fails as a whole when a source breaks off', async () => {
    const whole = await packTar([{ path: 'a', content: Buffer.alloc(5000) }]);
    const tar = Readable.from(
      (async function* () {
        yield whole.subarray(0, 1500);
        throw new Error('connection lost');
      })(),
    );
    const merged = mergeTars([{ folder: 'etc', open: async () => tar }], () => ({
      path: 'm',
      text: '',
    }));
    await expect(buffer(merged)).rejects.toThrow('connection lost');
  });
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
