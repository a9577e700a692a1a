import type { ReachEvidence } from '../../model/evidence/evidence.ts';
import { type Verdict, verdict } from '../../model/marking/verdict.ts';
import { type Check, check } from '../check.ts';
import type { Couple } from './call.ts';

/** Tells whether two contexts reach each other; only where the lab demands it is that a fault. */
export function contextsCheck(one: Couple, other: Couple, mustBeSeparate: boolean): Check {
  return check({
    id: 'contexts.separate',
    needs: [`register.${one.context}`, `register.${other.context}`],
    lines: [one.one, other.one],
    // Where not even neighbours can call each other, silence between contexts says nothing.
    controls: [one, other].map(({ context }) => ({ check: `call.${context}`, least: 'pass' })),
    probe: async (probes) => [
      await probes.reach(one.one, other.one),
      await probes.reach(other.one, one.one),
    ],
    judge: (evidence) => judgeContexts(evidence, mustBeSeparate),
  });
}

/** Judges what came of dialling into another context, both ways. */
export function judgeContexts(
  evidence: readonly ReachEvidence[],
  mustBeSeparate: boolean,
): Verdict {
  // An announcement or a mailbox that answers is not the other phone: only its ringing is.
  const reached = evidence.find(({ outcome }) => outcome === 'rings');
  if (reached !== undefined) {
    const pair = { one: reached.caller, other: reached.number };
    return mustBeSeparate
      ? verdict('fail', 'contexts-not-apart', pair)
      : verdict('pass', 'contexts-joined', pair);
  }
  const stalled = evidence.find(({ outcome }) => outcome === 'stalled');
  if (stalled !== undefined) {
    const what = `${stalled.caller} → ${stalled.number}`;
    return verdict('timeout', 'took-too-long', { what, awaited: 'INVITE → 1xx-6xx' });
  }
  const { caller: one = '', number: other = '' } = evidence[0] ?? {};
  return verdict('pass', 'contexts-apart', { one, other });
}
