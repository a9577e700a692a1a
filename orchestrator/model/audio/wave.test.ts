import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWave, writeWave } from './wave.ts';

const SAMPLES = Int16Array.from([0, 1, -1, 32767, -32768, 1234]);

function chunk(id: string, body: Uint8Array, stated = body.length): Uint8Array {
  const bytes = new Uint8Array(8 + body.length + (body.length % 2));
  bytes.set(Buffer.from(id, 'latin1'), 0);
  new DataView(bytes.buffer).setUint32(4, stated, true);
  bytes.set(body, 8);
  return bytes;
}

function riff(...chunks: readonly Uint8Array[]): Uint8Array {
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]));
}

function format(coding: number, channels: number, rate: number, bits: number): Uint8Array {
  const body = Buffer.alloc(16);
  body.writeUInt16LE(coding, 0);
  body.writeUInt16LE(channels, 2);
  body.writeUInt32LE(rate, 4);
  body.writeUInt16LE(bits, 14);
  return chunk('fmt ', body);
}

const TELEPHONE = format(1, 1, 8000, 16);
const DATA = writeWave(SAMPLES).subarray(44);

describe('reading a wave', () => {
  it('gives back what was written', () => {
    expect(readWave(writeWave(SAMPLES))).toEqual({ ok: true, value: SAMPLES });
  });

  it('skips chunks that it does not know, odd lengths and any order', () => {
    const comment = chunk('LIST', Buffer.from('odd'));
    const bytes = riff(comment, chunk('data', DATA), comment, TELEPHONE);
    expect(readWave(bytes)).toEqual({ ok: true, value: SAMPLES });
  });

  it('takes all that is there while the recorder still says 0 bytes', () => {
    const bytes = riff(TELEPHONE, chunk('data', DATA, 0));
    expect(readWave(bytes)).toEqual({ ok: true, value: SAMPLES });
  });

  it('takes all that is there when the header promises more, a torn sample excepted', () => {
    const torn = riff(TELEPHONE, chunk('data', DATA, 0xffff_fff0)).subarray(0, -1);
    expect(readWave(torn)).toEqual({ ok: true, value: SAMPLES.subarray(0, -1) });
  });

  it('reads a slice of a larger buffer', () => {
    const around = Buffer.concat([Buffer.alloc(7), writeWave(SAMPLES)]).subarray(7);
    expect(readWave(around)).toEqual({ ok: true, value: SAMPLES });
  });

  it('reads a recording of a softphone while the call is still up', () => {
    const bytes = readFileSync(new URL('fixtures/unfinished-recording.wav', import.meta.url));
    const wave = readWave(bytes);
    expect(wave.ok && wave.value.length).toBe((bytes.length - 44) / 2);
  });

  it.each([
    ['no bytes', new Uint8Array(0), { fault: 'not-riff' }],
    ['a text', Buffer.from('no such file or directory, sorry'), { fault: 'not-riff' }],
    ['no format', riff(chunk('data', DATA)), { fault: 'no-format' }],
    ['no data', riff(TELEPHONE), { fault: 'no-data' }],
    ['a GSM voicemail file', riff(format(49, 1, 8000, 0)), { fault: 'not-pcm', coding: 49 }],
    ['8-bit samples', riff(format(1, 1, 8000, 8)), { fault: 'not-pcm', coding: 1 }],
    ['stereo', riff(format(1, 2, 8000, 16)), { fault: 'not-telephone', rate: 8000, channels: 2 }],
    [
      'CD rate',
      riff(format(1, 1, 44100, 16)),
      { fault: 'not-telephone', rate: 44100, channels: 1 },
    ],
  ])('refuses %s and says why', (_, bytes, fault) => {
    expect(readWave(bytes)).toEqual({ ok: false, problems: [fault] });
  });
});
