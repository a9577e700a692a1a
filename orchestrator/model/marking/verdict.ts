import type { Outcome, ReasonCode, Reasons, Verdict } from '../../base/problems/verdicts.ts';

export type { Verdict } from '../../base/problems/verdicts.ts';

/** Makes a verdict; the facts are checked against the code. */
export function verdict<C extends ReasonCode>(
  outcome: Outcome,
  code: C,
  params: Reasons[C],
): Verdict {
  return { verdict: outcome, code, params } as Verdict;
}

/**
 * Joins the verdicts on the parts of a check: all pass → the whole; some pass → `partial` with the
 * first trouble; none → the first trouble. A part that could not be told makes the whole so, and
 * no part at all proves nothing.
 */
export function together(parts: readonly Verdict[], whole: Verdict): Verdict {
  if (parts.length === 0) return verdict('inconclusive', 'check-broken', { said: '0 parts' });
  const trouble = parts.filter((part) => part.verdict !== 'pass');
  const unclear = trouble.find((part) => part.verdict === 'inconclusive');
  const [first] = trouble;
  if (first === undefined) return whole;
  if (unclear !== undefined) return unclear;
  return trouble.length < parts.length ? { ...first, verdict: 'partial' } : first;
}
