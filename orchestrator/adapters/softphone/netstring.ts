import { labError } from '../../base/lab-error.ts';

/** Longer than any answer of a softphone: beyond it, the bytes are not its protocol. */
const MAX_BYTES = 1_000_000;
const MAX_DIGITS = String(MAX_BYTES).length;
const COLON = 0x3a;
const COMMA = 0x2c;

/** Wraps a message for the wire, `LENGTH:message,`; the length counts bytes, not characters. */
export function netstring(message: string): Buffer {
  const body = Buffer.from(message);
  return Buffer.concat([Buffer.from(`${body.length}:`), body, Buffer.from(',')]);
}

/** Takes bytes as they arrive, in pieces of any size, and gives the messages complete so far. */
export type NetstringReader = (bytes: Uint8Array) => readonly Buffer[];

/** A reader for one line's stream; anything that isn't a netstring is a `softphone-garbled` error. */
export function netstringReader(line: string): NetstringReader {
  let waiting = Buffer.alloc(0);
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    const messages: Buffer[] = [];
    for (let frame = frameOf(waiting, line); frame !== null; frame = frameOf(waiting, line)) {
      messages.push(waiting.subarray(frame.start, frame.end));
      waiting = waiting.subarray(frame.end + 1);
    }
    return messages;
  };
}

/** Where the first message lies in the bytes, or null while some of it is missing. */
function frameOf(bytes: Buffer, line: string): { start: number; end: number } | null {
  const garbled = () => labError('softphone-garbled', { line, found: excerpt(bytes) });
  const colon = bytes.indexOf(COLON);
  const digits = bytes.toString('latin1', 0, colon === -1 ? MAX_DIGITS + 1 : colon);
  if (!/^\d*$/.test(digits) || digits.length > MAX_DIGITS) throw garbled();
  if (colon === -1) return null;
  if (digits === '' || Number(digits) > MAX_BYTES) throw garbled();
  const [start, end] = [colon + 1, colon + 1 + Number(digits)];
  if (bytes.length <= end) return null;
  if (bytes[end] !== COMMA) throw garbled();
  return { start, end };
}

function excerpt(bytes: Buffer): string {
  return JSON.stringify(bytes.toString('latin1', 0, 40));
}
