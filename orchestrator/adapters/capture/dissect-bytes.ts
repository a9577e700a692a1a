import { Readable } from 'node:stream';
import { type Dissecting, dissect } from './tshark.ts';

/** What came of dissecting bytes that somebody handed in. */
export type BytesDissected =
  | { readonly ended: 'whole' | 'cut'; readonly printed: string }
  | { readonly ended: 'failed'; readonly said: string }
  /** It would have taken more time, memory or words than any lesson's capture does. */
  | { readonly ended: 'heavy' }
  /** The dissection itself was taken away. */
  | { readonly ended: 'lost'; readonly said: string };

/** A lesson's capture has some hundred SIP messages, of half a kilobyte each when they are printed. */
const MOST_PRINTED = 8 * 2 ** 20;

/** Statuses of a command whose time was up, and of one that was killed for its memory. */
const BOUNDED = [124, 137];

const CHUNK = 64 * 2 ** 10;

/** Feeds a capture to tshark, and gives up where it prints without end. */
export async function dissectBytes(
  dissecting: Dissecting,
  bytes: Uint8Array,
  most: number = MOST_PRINTED,
): Promise<BytesDissected> {
  const { promise, resolve } = pending();
  const output = Readable.from(upTo(dissecting.output, most, resolve));
  const work = dissect({ ...dissecting, output }, Readable.from(chunks(bytes))).then(
    async ({ printed, end }): Promise<BytesDissected> => {
      if (end.ended !== 'failed') return { ended: end.ended, printed };
      const code = await dissecting.gone;
      if (BOUNDED.includes(code)) return { ended: 'heavy' };
      return { ended: code < 0 ? 'lost' : 'failed', said: end.said };
    },
  );
  return Promise.race([work, promise]);
}

function pending() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<BytesDissected>((done) => {
    resolve = () => done({ ended: 'heavy' });
  });
  return { promise, resolve };
}

/** Passes a stream on up to a size; then it says so and ends. */
async function* upTo(stream: Readable, most: number, tooMuch: () => void) {
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    if (size > most) {
      tooMuch();
      return;
    }
    yield chunk as Buffer;
  }
}

function* chunks(bytes: Uint8Array) {
  for (let start = 0; start < bytes.length; start += CHUNK) {
    yield Buffer.from(bytes.subarray(start, start + CHUNK));
  }
}
