import { describe, expect, it } from 'vitest';
import { Ear } from './ear.ts';
import { fakeClock } from './fake-clock.ts';
import { bytesOf, fakeEar } from './fake-ear.ts';

function open(begins: 'hearing' | 'silent' = 'hearing') {
  const clock = fakeClock();
  const line = fakeEar(begins);
  return { clock, line, ear: new Ear(line.stream, { line: '3101', clock }) };
}

const GONE = { problem: { code: 'softphone-gone', params: { line: '3101' } } };

/** As many samples as asked, numbered from one on. */
function numbered(count: number): Int16Array {
  return Int16Array.from({ length: count }, (_, index) => (index % 30_000) + 1);
}

describe('an ear', () => {
  it('is ready once the station hears, and counts samples from there on', async () => {
    const { ear, line } = open('silent');
    const ready = ear.ready(1000);
    line.write('hear');
    line.write(Buffer.concat([Buffer.from('ing\n'), bytesOf(Int16Array.of(7, -8))]));
    await ready;
    await ear.until((heard) => heard.length === 2, { since: 0, within: 1000 });
    expect([...ear.heard]).toEqual([7, -8]);
    expect(ear.mark).toBe(2);
  });

  it('tells that the station does not let it hear', async () => {
    const { ear, clock } = open('silent');
    const failed = expect(ear.ready(1000)).rejects.toMatchObject(GONE);
    await clock.waitedFor(1000);
    await clock.advance(1000);
    await failed;
  });

  it('listens from a mark on, at every packet, however the bytes are cut', async () => {
    const { ear, line } = open();
    line.hear(Int16Array.of(1, 2, 3));
    await ear.until((heard) => heard.length === 3, { since: 0, within: 1000 });
    const lengths: number[] = [];
    const enough = (heard: Int16Array) => {
      lengths.push(heard.length);
      return [...heard].join() === '4,-5';
    };
    const listening = ear.until(enough, { since: ear.mark, within: 1000 });
    const bytes = bytesOf(Int16Array.of(4, -5));
    for (const part of [bytes.subarray(0, 1), bytes.subarray(1, 3), bytes.subarray(3)]) {
      line.write(part);
    }
    expect(await listening).toBe(true);
    expect(lengths[0]).toBe(0);
    expect(lengths.at(-1)).toBe(2);
  });

  it('keeps more than it has room for at first', async () => {
    const { ear, line } = open();
    const all = numbered(100_000);
    for (let at = 0; at < all.length; at += 30_000) line.hear(all.subarray(at, at + 30_000));
    await ear.until((heard) => heard.length === all.length, { since: 0, within: 1000 });
    expect(Buffer.from(ear.heard).equals(Buffer.from(all))).toBe(true);
  });

  it('says when the time is over without enough', async () => {
    const { ear, clock } = open();
    const heard = ear.until(() => false, { since: 0, within: 700 });
    await clock.waitedFor(700);
    await clock.advance(700);
    expect(await heard).toBe(false);
  });

  it('needs no wait for what it has heard already, the stream’s end included', async () => {
    const { ear, line } = open();
    line.hear(Int16Array.of(1));
    await ear.until((heard) => heard.length === 1, { since: 0, within: 1000 });
    line.stream.end();
    await expect(ear.until(() => false, { since: 0, within: 1000 })).rejects.toMatchObject(GONE);
    expect(await ear.until((heard) => heard.length === 1, { since: 0, within: 1000 })).toBe(true);
    await expect(ear.until(() => false, { since: 0, within: 1000 })).rejects.toMatchObject(GONE);
  });

  it.each<[string, (line: ReturnType<typeof fakeEar>) => void]>([
    ['ends', ({ stream }) => stream.end()],
    ['breaks', ({ stream }) => stream.destroy(new Error('EPIPE'))],
  ])('tells whoever listens that its stream %s', async (_, act) => {
    const { ear, line } = open();
    await ear.ready(1000);
    const failed = expect(ear.until(() => false, { since: 0, within: 1000 })).rejects.toMatchObject(
      GONE,
    );
    act(line);
    await failed;
  });

  it('stops listening on a Ctrl-C, with its reason', async () => {
    const { ear } = open();
    const stop = new AbortController();
    const { signal } = stop;
    const failed = expect(
      ear.until(() => false, { since: 0, within: 1000, signal }),
    ).rejects.toThrow('SIGINT');
    stop.abort(new Error('SIGINT'));
    await failed;
  });

  it('closes its stream when it is disposed of, once and for all', async () => {
    const { ear, line } = open();
    await ear[Symbol.asyncDispose]();
    expect(line.stream.closed).toBe(true);
    await ear[Symbol.asyncDispose]();
    await expect(ear.until(() => false, { since: 0, within: 1000 })).rejects.toMatchObject(GONE);
  });
});
