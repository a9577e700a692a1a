import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { dissectBytes } from './dissect-bytes.ts';

/** A tshark that reads all of its input, prints, and ends. */
function fakeTshark(prints: string, ends: number) {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const read = buffer(input).then((whole) => {
    output.end(prints);
    errors.end();
    return whole;
  });
  return { input, output, errors, read, gone: Promise.resolve(ends) };
}

const BYTES = Buffer.alloc(200_000, 1);

it('feeds tshark every byte and gives back what it printed', async () => {
  const tshark = fakeTshark('packets', 0);
  expect(await dissectBytes(tshark, BYTES)).toEqual({ ended: 'whole', printed: 'packets' });
  expect((await tshark.read).equals(BYTES)).toBe(true);
});

it.each([
  ...[124, 137].map((status) => [status, { ended: 'heavy' }] as const),
  [2, { ended: 'failed', said: 'tshark: 2' }],
  [-1, { ended: 'lost', said: 'tshark: -1' }],
] as const)('tells by the status %i whose fault it is', async (status, came) => {
  expect(await dissectBytes(fakeTshark('', status), BYTES)).toEqual(came);
});

it('gives up where it prints without end', async () => {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  input.resume();
  output.write('x'.repeat(50));
  const tshark = { input, output, errors, gone: new Promise<number>(() => undefined) };
  expect(await dissectBytes(tshark, BYTES, 49)).toEqual({ ended: 'heavy' });
});
