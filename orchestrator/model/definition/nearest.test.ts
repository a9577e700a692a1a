import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

it('suggests the word that was meant', () => {
  expect(nearest('voicemial', ['numbers', 'users', 'voicemail', 'pin'])).toBe('voicemail');
  expect(nearest('Secret', ['secret', 'stages'])).toBe('secret');
});

it('suggests nothing when nothing is near, or several words are equally so', () => {
  expect(nearest('colour', ['numbers', 'users', 'pin'])).toBeUndefined();
  expect(nearest('X203', ['X201', 'X202'])).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
});
