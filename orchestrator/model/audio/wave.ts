import { bad, ok, type Result } from '../../base/result.ts';
import { SAMPLE_RATE } from './signature.ts';

/** Why some bytes are not a recording that can be listened to. */
export type WaveFault =
  | { readonly fault: 'not-riff' }
  | { readonly fault: 'no-format' }
  | { readonly fault: 'no-data' }
  | { readonly fault: 'not-pcm'; readonly coding: number }
  | { readonly fault: 'not-telephone'; readonly rate: number; readonly channels: number };

const HEADER_BYTES = 44;
const PCM = 1;
const BYTES_A_SAMPLE = 2;

/** Samples stand in memory as this machine likes them; one by one they would take a tenth of a second. */
const BIG_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/** Makes a WAV file: 8 kHz, mono, signed 16 bits, little endian. */
export function writeWave(samples: Int16Array): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + samples.length * BYTES_A_SAMPLE);
  const view = new DataView(bytes.buffer);
  bytes.set(ascii('RIFF'), 0);
  view.setUint32(4, bytes.length - 8, true);
  bytes.set(ascii('WAVEfmt '), 8);
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SAMPLE_RATE, true);
  view.setUint32(28, SAMPLE_RATE * BYTES_A_SAMPLE, true);
  view.setUint16(32, BYTES_A_SAMPLE, true);
  view.setUint16(34, 8 * BYTES_A_SAMPLE, true);
  bytes.set(ascii('data'), 36);
  view.setUint32(40, samples.length * BYTES_A_SAMPLE, true);
  const data = bytes.subarray(HEADER_BYTES);
  data.set(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
  if (BIG_ENDIAN) Buffer.from(data.buffer, data.byteOffset, data.byteLength).swap16();
  return bytes;
}

/**
 * Reads the samples of a recording made by a softphone or by voicemail. While a recorder is still
 * writing, the header says 0 bytes of data (libsndfile) or too many; then all that is there counts.
 */
export function readWave(bytes: Uint8Array): Result<Int16Array, WaveFault> {
  if (word(bytes, 0) !== 'RIFF' || word(bytes, 8) !== 'WAVE') return bad([{ fault: 'not-riff' }]);
  const chunks = chunksOf(bytes);
  const format = chunks.find((chunk) => chunk.id === 'fmt ')?.body;
  if (format === undefined || format.byteLength < 16) return bad([{ fault: 'no-format' }]);
  const coding = format.getUint16(0, true);
  if (coding !== PCM || format.getUint16(14, true) !== 16)
    return bad([{ fault: 'not-pcm', coding }]);
  const [channels, rate] = [format.getUint16(2, true), format.getUint32(4, true)];
  if (channels !== 1 || rate !== SAMPLE_RATE) {
    return bad([{ fault: 'not-telephone', rate, channels }]);
  }
  const data = chunks.find((chunk) => chunk.id === 'data')?.body;
  return data === undefined ? bad([{ fault: 'no-data' }]) : ok(samplesOf(data));
}

interface Chunk {
  readonly id: string;
  readonly body: DataView;
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const id = word(bytes, at);
    const stated = view.getUint32(at + 4, true);
    const rest = bytes.length - at - 8;
    const unfinished = stated > rest || (id === 'data' && stated === 0);
    const length = unfinished ? rest : stated;
    chunks.push({ id, body: new DataView(bytes.buffer, bytes.byteOffset + at + 8, length) });
    // RIFF pads a chunk to an even length without counting the pad byte.
    at += 8 + length + (length % 2);
  }
  return chunks;
}

function samplesOf(data: DataView): Int16Array {
  return Int16Array.from({ length: Math.floor(data.byteLength / BYTES_A_SAMPLE) }, (_, index) =>
    data.getInt16(index * BYTES_A_SAMPLE, true),
  );
}

function word(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
