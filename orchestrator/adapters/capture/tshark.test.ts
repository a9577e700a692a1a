import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { dissect } from './tshark.ts';

const ROOT = 'Running as user "root" and group "root". This could be dangerous.\n';

/** A tshark that reads its input, or lets go of it, and then prints, complains and ends. */
function fakeTshark({ prints = '', complains = '', ends = 0, reads = true }) {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const read = reads ? buffer(input) : Promise.resolve(Buffer.alloc(0));
  if (!reads) input.destroy(new Error('EPIPE'));
  void read.then(() => {
    output.end(prints);
    errors.end(complains);
  });
  return { input, output, errors, read, gone: Promise.resolve(ends) };
}

const CAPTURE = () => Readable.from([Buffer.from('whole '), Buffer.from('capture')]);

describe('a dissection', () => {
  it('is given the whole capture and gives back all that was printed', async () => {
    const tshark = fakeTshark({ prints: 'packets', complains: ROOT });
    const { printed, end } = await dissect(tshark, CAPTURE());
    expect({ printed, end }).toEqual({ printed: 'packets', end: { ended: 'whole' } });
    expect(String(await tshark.read)).toBe('whole capture');
  });

  it('of a file that is cut off still counts for what comes before', async () => {
    const said =
      'tshark: The standard input appears to have been cut short in the middle of a packet.';
    const tshark = fakeTshark({ prints: 'some', complains: ROOT + said, ends: 2 });
    expect(await dissect(tshark, CAPTURE())).toEqual({ printed: 'some', end: { ended: 'cut' } });
  });

  it('of something else fails in the words of tshark, though it does not read all of it', async () => {
    const complains = `${ROOT}tshark: The standard input isn't a capture file.\n`;
    const tshark = fakeTshark({ complains, ends: 2, reads: false });
    const { end } = await dissect(tshark, CAPTURE());
    expect(end).toEqual({ ended: 'failed', said: "The standard input isn't a capture file." });
  });

  it.each([
    [124, '> 120 s'],
    [137, 'tshark: 137'],
  ])('that ends with status %i without a word fails all the same', async (ends, said) => {
    const { end } = await dissect(fakeTshark({ ends }), CAPTURE());
    expect(end).toEqual({ ended: 'failed', said });
  });
});
