import { expect, it } from 'vitest';
import { visible } from './visible.ts';

it('leaves words, lines and tabs as they are', () => {
  expect(visible('Zoé — naïve 日本\n\tline two\n')).toBe('Zoé — naïve 日本\n\tline two\n');
});

it('shows what would move, colour, rename or turn round something on a terminal', () => {
  expect(visible('\u001b]0;owned\u0007\r\u009b2J\u202e')).toBe(
    '\\u001b]0;owned\\u0007\\u000d\\u009b2J\\u202e',
  );
});

it('leaves JSON the same data', () => {
  const data = { name: 'a\u001b[2J\u009b\u202e\n' };
  const text = visible(JSON.stringify(data));
  expect(text).not.toMatch(/[\u009b\u202e]/);
  expect(JSON.parse(text)).toEqual(data);
});
