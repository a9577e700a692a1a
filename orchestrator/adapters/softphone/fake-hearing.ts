import { Duplex, PassThrough } from 'node:stream';
import { netstring } from './netstring.ts';

/** A hand-written stream of what a line hears, at the end that `line hear` has. */
export interface FakeHearing {
  /** The end that the tool is given. */
  readonly stream: Duplex;
  /** The words that it was given, in order. */
  readonly words: readonly string[];
  /** Writes bytes as they are. */
  readonly write: (bytes: Uint8Array | string) => void;
  /** Lets the line hear samples. */
  readonly hear: (samples: Int16Array) => void;
  /** The station lets it hear no more. */
  readonly end: () => void;
}

/** Starts a fake stream; it hears when it is told to, unless it is deaf. */
export function fakeHearing(kind: 'sound' | 'deaf' = 'sound'): FakeHearing {
  const [toLine, fromLine] = [new PassThrough(), new PassThrough()];
  const words: string[] = [];
  const write = (bytes: Uint8Array | string) => {
    if (!fromLine.destroyed) fromLine.write(bytes);
  };
  toLine.on('data', (bytes: Buffer) => {
    for (const word of String(bytes).trim().split('\n')) {
      words.push(word);
      if (word === 'listen' && kind === 'sound') write(netstring(''));
    }
  });
  return {
    ...{ stream: Duplex.from({ readable: fromLine, writable: toLine }), words, write },
    hear: (samples) => write(heardBytes(samples)),
    end: () => fromLine.end(),
  };
}

/** Samples as they come over the line: signed 16 bits, the lower byte first. */
export function heardBytes(samples: Int16Array): Uint8Array {
  const bytes = Buffer.alloc(2 * samples.length);
  for (const [index, sample] of samples.entries()) bytes.writeInt16LE(sample, 2 * index);
  return Buffer.concat([Buffer.from(`${bytes.length}:`), bytes, Buffer.from(',')]);
}
