import { describe, expect, it } from 'vitest';
import { fakeClock } from './fake-clock.ts';
import { fakeHearing, heardBytes } from './fake-hearing.ts';
import { Hearing } from './hearing.ts';

function start(kind: 'sound' | 'deaf' = 'sound') {
  const clock = fakeClock();
  const line = fakeHearing(kind);
  return { clock, line, hearing: new Hearing(line.stream, { line: '3101', clock }) };
}

async function open() {
  const { hearing, ...rest } = start();
  return { ...rest, hearing, ear: await hearing.listen({ within: 1000 }) };
}

const GONE = { problem: { code: 'softphone-gone', params: { line: '3101' } } };

/** As many samples as asked, numbered from one on. */
function numbered(count: number): Int16Array {
  return Int16Array.from({ length: count }, (_, index) => (index % 30_000) + 1);
}

describe('an ear', () => {
  it('hears what comes once the station hears', async () => {
    const { hearing, line } = start('deaf');
    const listening = hearing.listen({ within: 1000 });
    line.hear(Int16Array.of(1, 2));
    line.write('0');
    line.write(Buffer.concat([Buffer.from(':,'), heardBytes(Int16Array.of(7, -8))]));
    const ear = await listening;
    await ear.until((heard) => heard.length === 2, { since: 0, within: 1000 });
    expect([...ear.heard]).toEqual([7, -8]);
    expect(ear.mark).toBe(2);
  });

  it('tells that the station does not let it hear', async () => {
    const { hearing, clock } = start('deaf');
    const failed = expect(hearing.listen({ within: 1000 })).rejects.toMatchObject(GONE);
    await clock.waitedFor(1000);
    await clock.advance(1000);
    await failed;
  });

  it('listens from a mark on, at every packet, however the bytes are cut', async () => {
    const { ear, line } = await open();
    line.hear(Int16Array.of(1, 2, 3));
    await ear.until((heard) => heard.length === 3, { since: 0, within: 1000 });
    const lengths: number[] = [];
    const enough = (heard: Int16Array) => {
      lengths.push(heard.length);
      return [...heard].join() === '4,-5';
    };
    const listening = ear.until(enough, { since: ear.mark, within: 1000 });
    for (const part of ['1:\x04,', '2:\x00\xfb,', '1:\xff,']) {
      line.write(Buffer.from(part, 'latin1'));
    }
    expect(await listening).toBe(true);
    expect(lengths[0]).toBe(0);
    expect(lengths.at(-1)).toBe(2);
  });

  it('keeps more than it has room for at first', async () => {
    const { ear, line } = await open();
    const all = numbered(100_000);
    for (let at = 0; at < all.length; at += 30_000) line.hear(all.subarray(at, at + 30_000));
    await ear.until((heard) => heard.length === all.length, { since: 0, within: 1000 });
    expect(Buffer.from(ear.heard).equals(Buffer.from(all))).toBe(true);
  });

  it('says when the time is over without enough', async () => {
    const { ear, clock } = await open();
    const heard = ear.until(() => false, { since: 0, within: 700 });
    await clock.waitedFor(700);
    await clock.advance(700);
    expect(await heard).toBe(false);
  });

  it('needs no wait for what it has heard already, the stream’s end included', async () => {
    const { ear, line } = await open();
    line.hear(Int16Array.of(1));
    await ear.until((heard) => heard.length === 1, { since: 0, within: 1000 });
    line.end();
    await expect(ear.until(() => false, { since: 0, within: 1000 })).rejects.toMatchObject(GONE);
    expect(await ear.until((heard) => heard.length === 1, { since: 0, within: 1000 })).toBe(true);
    await expect(ear.until(() => false, { since: 0, within: 1000 })).rejects.toMatchObject(GONE);
  });

  it.each<[string, (line: ReturnType<typeof fakeHearing>) => void]>([
    ['ends', ({ end }) => end()],
    ['breaks', ({ stream }) => stream.destroy(new Error('EPIPE'))],
    ['says what nobody understands', ({ write }) => write('sh: line: not found\n')],
  ])('tells whoever listens that its stream %s', async (_, act) => {
    const { ear, line, hearing } = await open();
    const failed = expect(ear.until(() => false, { since: 0, within: 1000 })).rejects.toMatchObject(
      GONE,
    );
    act(line);
    await failed;
    expect(hearing.isOver).toBe(true);
    await expect(hearing.listen({ within: 1000 })).rejects.toMatchObject(GONE);
  });

  it('stops listening on a Ctrl-C, with its reason', async () => {
    const { ear } = await open();
    const stop = new AbortController();
    const { signal } = stop;
    const failed = expect(
      ear.until(() => false, { since: 0, within: 1000, signal }),
    ).rejects.toThrow('SIGINT');
    stop.abort(new Error('SIGINT'));
    await failed;
  });

  it('is over when it is disposed of, and tells once what it heard', async () => {
    const { hearing, line } = start();
    const told: Int16Array[] = [];
    const ear = await hearing.listen({ within: 1000, over: (heard) => told.push(heard) });
    line.hear(Int16Array.of(5));
    await ear.until((heard) => heard.length === 1, { since: 0, within: 1000 });
    await ear[Symbol.asyncDispose]();
    await ear[Symbol.asyncDispose]();
    expect(told.map((heard) => [...heard])).toEqual([[5]]);
    await expect(ear.until(() => false, { since: 0, within: 1000 })).rejects.toMatchObject(GONE);
  });
});

describe('a line’s hearing', () => {
  it('gives an ear nothing of what the one before it could hear', async () => {
    const { hearing, line, ear: first } = await open();
    line.hear(Int16Array.of(1));
    await first.until((heard) => heard.length === 1, { since: 0, within: 1000 });
    await first[Symbol.asyncDispose]();
    line.hear(Int16Array.of(2));
    const second = await hearing.listen({ within: 1000 });
    line.hear(Int16Array.of(3));
    await second.until((heard) => heard.length === 1, { since: 0, within: 1000 });
    expect([[...first.heard], [...second.heard]]).toEqual([[1], [3]]);
  });

  it('lets the station rest while nobody listens', async () => {
    const { hearing, line, ear: first } = await open();
    await first[Symbol.asyncDispose]();
    const second = await hearing.listen({ within: 1000 });
    await first[Symbol.asyncDispose]();
    expect(line.words).toEqual(['listen', 'rest', 'listen']);
    await second[Symbol.asyncDispose]();
    await hearing[Symbol.asyncDispose]();
    expect(line.words).toEqual(['listen', 'rest', 'listen', 'rest']);
  });

  it('lets the station rest also when it heard too late', async () => {
    const { hearing, line, clock } = start('deaf');
    const failed = expect(hearing.listen({ within: 1000 })).rejects.toMatchObject(GONE);
    await clock.waitedFor(1000);
    await clock.advance(1000);
    await failed;
    const listening = hearing.listen({ within: 1000 });
    line.write('0:,0:,');
    await (await listening)[Symbol.asyncDispose]();
    expect(line.words).toEqual(['listen', 'listen', 'rest']);
  });

  it('closes its stream when it is disposed of, whoever listens', async () => {
    const { hearing, line, ear } = await open();
    const failed = expect(ear.until(() => false, { since: 0, within: 1000 })).rejects.toMatchObject(
      GONE,
    );
    await hearing[Symbol.asyncDispose]();
    await failed;
    expect(line.stream.closed).toBe(true);
    await hearing[Symbol.asyncDispose]();
  });
});
