import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { expect, it } from 'vitest';
import { pickFiles } from './pick-files.ts';
import { packTar } from './tar.ts';

const archive = async (...files: readonly (readonly [string, number])[]) => {
  const entries = files.map(([path, size]) => ({ path, content: Buffer.alloc(size, 7) }));
  return Readable.from([await packTar([{ path: 'root/', content: null }, ...entries])]);
};

const BOUNDS = { mostOfOne: 1000, mostOfAll: 1500, mostRead: 1e6 };
const wanted = (path: string) => path.endsWith('.pcap');

it('picks what is wanted and lets the rest pass', async () => {
  const whole = await archive(['root/a.pcap', 5], ['root/film.mkv', 90_000], ['root/b.pcap', 6]);
  const { files, oversized } = await pickFiles(whole, { ...BOUNDS, wanted });
  expect(files.map(({ path, bytes }) => [path, bytes.length])).toEqual([
    ['root/a.pcap', 5],
    ['root/b.pcap', 6],
  ]);
  expect(oversized).toEqual([]);
});

it('names what is too large, alone or together, without reading it', async () => {
  const whole = await archive(['a.pcap', 900], ['b.pcap', 2000], ['c.pcap', 700], ['d.pcap', 8]);
  const { files, oversized } = await pickFiles(whole, { ...BOUNDS, wanted });
  expect(files.map(({ path }) => path)).toEqual(['a.pcap', 'd.pcap']);
  expect(oversized).toEqual([
    { path: 'b.pcap', size: 2000 },
    { path: 'c.pcap', size: 700 },
  ]);
});

it('stops reading where an archive has no end', async () => {
  const whole = await archive(['a.pcap', 5], ['film.mkv', 90_000], ['b.pcap', 6]);
  const { files } = await pickFiles(whole, { ...BOUNDS, wanted, mostRead: 50_000 });
  expect(files.map(({ path }) => path)).toEqual(['a.pcap']);
});

it('stops at files of no bytes too', async () => {
  const whole = await archive(
    ...Array.from({ length: 40 }, (_, index) => [`${index}.pcap`, 0] as const),
  );
  const { files } = await pickFiles(whole, { ...BOUNDS, wanted, mostRead: 10_000 });
  expect(files.length).toBeLessThan(25);
});

it('fails with an archive that breaks off', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.alloc(100);
      throw new Error('connection lost');
    })(),
  );
  await expect(pickFiles(broken, { ...BOUNDS, wanted })).rejects.toThrow('connection lost');
});

it('finds a file under each of its names', async () => {
  const links = pack();
  links.entry({ name: 'a/film.mkv' }, 'nothing of ours');
  links.entry({ name: 'a/mine.pcap' }, 'packets');
  links.entry({ name: 'a/zwei.pcap', type: 'link', linkname: 'a/mine.pcap' });
  links.entry({ name: 'a/other.pcap', type: 'link', linkname: 'a/film.mkv' });
  links.finalize();
  const whole = Readable.from([await buffer(links)]);
  const { files } = await pickFiles(whole, { ...BOUNDS, wanted });
  expect(files.map(({ path, bytes }) => [path, String(bytes)])).toEqual([
    ['a/mine.pcap', 'packets'],
    ['a/zwei.pcap', 'packets'],
  ]);
});
