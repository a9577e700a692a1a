import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputFrames } from './output-frames.ts';

const frame = (stream: number, text: string) => {
  const header = Buffer.alloc(8);
  header.writeUInt8(stream, 0);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
};

describe('what a command without a terminal prints', () => {
  it('is the same two streams however the engine’s bytes are cut', () => {
    const piece = fc.record({ stream: fc.constantFrom(1, 2), text: fc.string({ maxLength: 40 }) });
    const cuts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(piece), cuts, (pieces, sizes) => {
        const all = Buffer.concat(pieces.map(({ stream, text }) => frame(stream, text)));
        const read = outputFrames();
        const got: Record<number, Buffer[]> = { 1: [], 2: [] };
        for (let [at, turn] = [0, 0]; at < all.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          for (const { stream, bytes } of read(all.subarray(at, at + size)))
            got[stream]?.push(bytes);
          at += size;
        }
        for (const wanted of [1, 2]) {
          const said = pieces.filter(({ stream }) => stream === wanted).map(({ text }) => text);
          expect(Buffer.concat(got[wanted] ?? []).toString()).toBe(said.join(''));
        }
      }),
    );
  });
});
