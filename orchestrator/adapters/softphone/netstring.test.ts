import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netstring, netstringReader } from './netstring.ts';

describe('a netstring', () => {
  it('counts bytes, not characters', () => {
    expect(netstring('équipe').toString()).toBe('7:équipe,');
  });

  it('is read back whole from pieces of any size', () => {
    const pieces = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    const messages = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 8 });
    fc.assert(
      fc.property(messages, pieces, (sent, sizes) => {
        const read = netstringReader('3101');
        const bytes = Buffer.concat(sent.map(netstring));
        const received: string[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const end = at + (sizes[turn % sizes.length] ?? 1);
          received.push(...read(bytes.subarray(at, end)).map(String));
          at = end;
        }
        expect(received).toEqual(sent);
      }),
    );
  });

  it('waits for what is missing, the last comma included', () => {
    const read = netstringReader('3101');
    expect(read(Buffer.from('5'))).toEqual([]);
    expect(read(Buffer.from(':hello'))).toEqual([]);
    expect(read(Buffer.from(',2:')).map(String)).toEqual(['hello']);
  });

  it.each([
    ['a shell’s complaint', 'sh: line: not found\n'],
    ['a length without digits', ':hello,'],
    ['a message that is too long', '9999999:'],
    ['a number that never ends', '12345678901234567890'],
    ['a missing comma', '5:hello!'],
    ['a negative length', '-1:'],
  ])('is refused when it is %s', (_, text) => {
    const read = netstringReader('3101');
    expect(() => read(Buffer.from(text))).toThrow(/softphone-garbled .*"line":"3101"/);
  });
});
