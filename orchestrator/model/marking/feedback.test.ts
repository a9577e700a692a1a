import { describe, expect, it } from 'vitest';
import { feedback, fill } from './feedback.ts';
import type { FailureText } from './scale.ts';

const text = (words: string) => ({ fr: words, en: `${words}!` });
const TEXTS: readonly FailureText[] = [
  { when: { code: 'call-refused', status: '404*' }, text: text('{caller} not known') },
  { when: { cause: 'pattern-*' }, text: text('the pattern') },
  { when: { code: 'call-refused' }, text: text('{codec} refused') },
  { when: null, text: text('no call') },
];
const said = (facts: Readonly<Record<string, unknown>>) => feedback(TEXTS, facts)?.fr;

describe('what is told of a check that failed', () => {
  it('is the first text whose facts all hold, its places filled', () => {
    const call = { code: 'call-refused', status: '404 Not Found', caller: '3101' };
    expect(feedback(TEXTS, call)).toEqual({ fr: '3101 not known', en: '3101 not known!' });
    expect(said({ ...call, status: '484', cause: ['other', 'pattern-short'] })).toBe('the pattern');
  });

  it('is never a text with an open place, nor one whose fact is missing', () => {
    expect(said({ code: 'call-refused', status: '488' })).toBe('no call');
    expect(said({})).toBe('no call');
  });

  it('takes what is written between the stars as it is', () => {
    const odd = [{ when: { status: '4.4 (a)' }, text: text('odd') }];
    expect(feedback(odd, { status: '4.4 (a)' })?.fr).toBe('odd');
    expect(feedback(odd, { status: '404 (a)' })).toBeNull();
  });

  it('lists what are several', () => {
    expect(fill(text('{extensions}'), { extensions: ['3101', '3102'] })?.fr).toBe('3101, 3102');
  });
});
