import { describe, expect, it } from 'vitest';
import { together, type Verdict, verdict } from './verdict.ts';

const ends = { caller: '3101', callee: '3102' };
const whole = verdict('pass', 'calls-work', { one: '3101', other: '3102' });
const good = verdict('pass', 'asterisk-answers', {});
const bad = verdict('fail', 'no-audio', ends);
const worse = verdict('fail', 'call-elsewhere', ends);
const slow = verdict('timeout', 'took-too-long', { what: '3101', awaited: '200' });
const broken = verdict('inconclusive', 'phone-lost', { said: '3101' });

describe('the verdicts on the parts of a check', () => {
  it.each<[string, readonly Verdict[], Verdict]>([
    ['all pass: the whole', [good, good], whole],
    [
      'some pass: partial, with the first trouble',
      [good, bad, worse],
      { ...bad, verdict: 'partial' },
    ],
    [
      'a part that took too long beside one that passed: partial',
      [slow, good],
      { ...slow, verdict: 'partial' },
    ],
    ['none passes: the first trouble', [worse, bad], worse],
    ['one could not be told: nor can the whole', [good, bad, broken], broken],
  ])('are joined: %s', (_, parts, joined) => {
    expect(together(parts, whole)).toEqual(joined);
  });

  it('prove nothing when there are none', () => {
    expect(together([], whole)).toMatchObject({ verdict: 'inconclusive', code: 'check-broken' });
  });
});
