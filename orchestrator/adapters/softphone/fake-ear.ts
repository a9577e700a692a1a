import { type Duplex, PassThrough } from 'node:stream';

/** A hand-written stream of what a line hears, at the end that `line hear` has. */
export interface FakeEar {
  /** The end that the ear is given. */
  readonly stream: Duplex;
  /** Writes bytes as they are. */
  readonly write: (bytes: Uint8Array | string) => void;
  /** Lets the line hear samples. */
  readonly hear: (samples: Int16Array) => void;
}

/** Starts a fake stream; it hears from the beginning, unless it is told not to. */
export function fakeEar(begins: 'hearing' | 'silent' = 'hearing'): FakeEar {
  const stream = new PassThrough();
  if (begins === 'hearing') stream.write('hearing\n');
  const write = (bytes: Uint8Array | string) => {
    if (!stream.destroyed) stream.write(bytes);
  };
  return { stream, write, hear: (samples) => write(bytesOf(samples)) };
}

/** Samples as they come over the line: signed 16 bits, the lower byte first. */
export function bytesOf(samples: Int16Array): Uint8Array {
  const bytes = Buffer.alloc(2 * samples.length);
  for (const [index, sample] of samples.entries()) bytes.writeInt16LE(sample, 2 * index);
  return bytes;
}
