import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { extract, pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { mergeTars, type TarBounds } from './merge-tars.ts';
import { packTar, unpackTar } from './tar.ts';

/** What an engine gives for a folder; `root` is how the engine calls it: by its name, or not at all. */
async function source(path: string, root: string, files: Readonly<Record<string, string>>) {
  const tar = pack();
  tar.entry({ name: `${root}/`, type: 'directory' });
  for (const [name, text] of Object.entries(files)) {
    tar.entry({ name: `${root}/${name}`, uid: 102, mode: 0o640 }, text);
  }
  tar.entry({ name: `${root}/linked`, type: 'link', linkname: `${root}/users.conf` });
  tar.entry({ name: `${root}/pointer`, type: 'symlink', linkname: '../users.conf' });
  tar.finalize();
  return { path, open: async () => tar as unknown as Readable };
}

async function entries(tar: Readable) {
  const reader = extract();
  tar.pipe(reader as unknown as NodeJS.WritableStream);
  const found: string[] = [];
  for await (const entry of reader) {
    const { name, mode, uid, linkname } = entry.header;
    found.push(linkname ? `${name} -> ${linkname}` : `${name} ${mode?.toString(8)} ${uid}`);
    entry.resume();
  }
  return found;
}

const EMPTY = () => ({ path: 'm', text: '' });
const ROOMY: TarBounds = {
  ...{ bytes: 2 ** 24, entries: 100 },
  refuse: ({ path, size }) => new Error(`too much: ${path} ${size}`),
};

describe('a merged archive', () => {
  it.each(['asterisk', ''])(
    'has every entry at its path, from a folder called "%s"',
    async (root) => {
      const etc = await source('etc/asterisk', root, { 'users.conf': '[3101]\n', 'a/b': '' });
      const merged = mergeTars([etc], () => ({ path: 'manifest.json', text: '{}' }), ROOMY);
      expect(await entries(merged)).toEqual([
        'etc/asterisk/ 755 0',
        'etc/asterisk/users.conf 640 102',
        'etc/asterisk/a/b 640 102',
        'etc/asterisk/linked -> etc/asterisk/users.conf',
        'etc/asterisk/pointer -> ../users.conf',
        'manifest.json 644 0',
      ]);
    },
  );

  it('holds every file of its sources, and a closing entry about them', async () => {
    const big = 'x'.repeat(300_000);
    const merged = mergeTars(
      [
        await source('root', 'root', { 'users.conf': '[3101]\n' }),
        await source('spool', '', { big }),
      ],
      (files) => ({ path: 'manifest.json', text: JSON.stringify(files) }),
      ROOMY,
    );
    const files = await unpackTar(await buffer(merged));
    expect(files.map(({ path }) => path)).toEqual([
      'root/users.conf',
      'root/linked',
      'spool/big',
      'manifest.json',
    ]);
    expect(Buffer.from(files[2]?.content ?? []).toString()).toBe(big);
    expect(JSON.parse(Buffer.from(files[3]?.content ?? []).toString())).toEqual([
      { path: 'root/users.conf', size: 7, sha256: sha256('[3101]\n') },
      { path: 'spool/big', size: big.length, sha256: sha256(big) },
    ]);
  });

  it('lets go of what it reads once nobody wants the rest', async () => {
    const big = await packTar([{ path: 'a', content: Buffer.alloc(5_000_000) }]);
    const tar = Readable.from([big.subarray(0, 1_000_000), big.subarray(1_000_000)]);
    const merged = mergeTars([{ path: 'etc', open: async () => tar }], EMPTY, ROOMY);
    const closed = once(tar, 'close');
    await once(merged, 'readable');
    merged.destroy();
    await closed;
    expect(tar.destroyed).toBe(true);
  });

  it.each([
    [{ bytes: 50 }, 'too much: etc/b 60'],
    [{ entries: 2 }, 'too much: etc/b 60'],
  ])('takes in no more than %o', async (bound, said) => {
    const folder = await source('etc', 'etc', { a: 'x', b: 'y'.repeat(60) });
    const merged = mergeTars([folder], EMPTY, { ...ROOMY, ...bound });
    await expect(buffer(merged)).rejects.toThrow(said);
  });

  it('loses none of two files whose names read the same, and gives nobody root’s rights', async () => {
    const tar = pack();
    tar.entry({ name: 'root/r\ufffd.txt', mode: 0o6755 }, 'one');
    tar.entry({ name: 'root/r\ufffd.txt', mode: 0o644 }, 'two');
    tar.finalize();
    const open = async () => tar as unknown as Readable;
    const merged = mergeTars([{ path: 'root', open }], EMPTY, ROOMY);
    const files = await unpackTar(await buffer(merged));
    expect(files.map(({ path, mode }) => `${path} ${mode.toString(8)}`)).toEqual([
      'root/r\ufffd.txt 755',
      'root/r\ufffd.txt~2 644',
      'm 644',
    ]);
  });

  it('makes a second symbolic link, or fifo, of a hard link to one', async () => {
    const tar = pack();
    tar.entry({ name: 'root/a', type: 'symlink', linkname: 'elsewhere' });
    tar.entry({ name: 'root/b', type: 'link', linkname: 'root/a' });
    tar.entry({ name: 'root/c', type: 'fifo' });
    tar.entry({ name: 'root/d', type: 'link', linkname: 'root/c' });
    tar.finalize();
    const merged = mergeTars(
      [{ path: 'root', open: async () => tar as unknown as Readable }],
      EMPTY,
    );
    expect(await entries(merged)).toEqual([
      'root/a -> elsewhere',
      'root/b -> elsewhere',
      'root/c 644 0',
      'root/d 644 0',
      'm 644 0',
    ]);
  });

  it('fails as a whole when a source breaks off', async () => {
    const whole = await packTar([{ path: 'a', content: Buffer.alloc(5000) }]);
    const tar = Readable.from(
      (async function* () {
        yield whole.subarray(0, 1500);
        throw new Error('connection lost');
      })(),
    );
    const merged = mergeTars([{ path: 'etc', open: async () => tar }], EMPTY, ROOMY);
    await expect(buffer(merged)).rejects.toThrow('connection lost');
  });
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
