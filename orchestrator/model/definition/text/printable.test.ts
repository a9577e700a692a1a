import { expect, it } from 'vitest';
import { printable } from './printable.ts';

it('shows a value on one line, with control codes and bidirectional marks spelt out', () => {
  expect(printable('Zoé\n\t\u001b[2J\u202e\u2028\u{e0001}')).toBe(
    'Zoé\\n\\t\\u001b[2J\\u202e\\u2028\\ue0001',
  );
});

it('cuts a long value', () => {
  expect(printable('x'.repeat(5000))).toBe(`${'x'.repeat(60)}…`);
});
