import { describe, expect, it } from 'vitest';
import { jsonChunks } from './json-chunks.ts';

describe('a document in pieces', () => {
  it.each([
    {},
    { schema: 'lab-result/1', results: [], none: undefined, nothing: null },
    {
      results: [{ team: 3, checks: [{ id: 'a\nb', of: [] }] }, null, undefined, [1, [2]]],
      last: { a: {} },
    },
  ])('is the same text as in one: %j', (document) => {
    expect([...jsonChunks(document)].join('')).toBe(`${JSON.stringify(document, null, 1)}\n`);
  });

  it('has a piece for each entry of a list', () => {
    const pieces = [...jsonChunks({ results: [{ one: 1 }, { two: 2 }] })];
    expect(pieces.filter((piece) => /one|two/.test(piece))).toHaveLength(2);
  });
});
