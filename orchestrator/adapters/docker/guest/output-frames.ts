/** A piece of what a command without a terminal printed: 1 is its output, 2 its errors. */
export interface OutputFrame {
  readonly stream: number;
  readonly bytes: Buffer;
}

/** Each piece has a header: which stream, three zeros, and its length (the engine's own format). */
const HEADER = 8;

/**
 * Takes apart what the engine sends of a command without a terminal, chunk by chunk. A large piece is
 * handed on as it comes, so that nothing is kept here but half a header.
 */
export function outputFrames(): (chunk: Buffer) => readonly OutputFrame[] {
  let rest: Buffer = Buffer.alloc(0);
  let [stream, left] = [1, 0];
  return (chunk) => {
    const found: OutputFrame[] = [];
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      if (left === 0) {
        if (rest.length < HEADER) return found;
        [stream, left] = [rest.readUInt8(0), rest.readUInt32BE(4)];
        rest = rest.subarray(HEADER);
      }
      const bytes = rest.subarray(0, left);
      if (bytes.length === 0 && left > 0) return found;
      if (bytes.length > 0) found.push({ stream, bytes });
      left -= bytes.length;
      rest = rest.subarray(bytes.length);
    }
  };
}
