import type { CallEvidence } from '../../model/evidence/evidence.ts';
import { together, type Verdict, verdict } from '../../model/marking/verdict.ts';
import { type Check, check } from '../check.ts';

/** An end hears the other when the other's signature was recognised for so many seconds. */
const LEAST_HEARD = 1;

/** Two phones of a context that call each other. */
export interface Couple {
  readonly context: string;
  readonly one: string;
  readonly other: string;
}

/** Each phone calls the other: ring, answer, voices both ways, hung up once by either side. */
export function callCheck({ context, one, other }: Couple): Check {
  return check({
    id: `call.${context}`,
    needs: [`register.${context}`],
    lines: [one, other],
    probe: async (probes) => [
      await probes.call({ caller: one, callee: other, hangUpBy: 'caller' }),
      await probes.call({ caller: other, callee: one, hangUpBy: 'callee' }),
    ],
    judge: judgeCalls,
    inherent: (calls) =>
      calls.reduce(
        (sum, { outcome }) => sum + (outcome === 'answered' ? 1000 * LEAST_HEARD : 0),
        0,
      ),
  });
}

/** Judges both directions. */
export function judgeCalls(calls: readonly CallEvidence[]): Verdict {
  const { caller: one = '', callee: other = '' } = calls[0] ?? {};
  return together(calls.map(judgeCall), verdict('pass', 'calls-work', { one, other }));
}

function judgeCall(call: CallEvidence): Verdict {
  const { caller, callee, outcome, status, awaited, cleared } = call;
  const ends = { caller, callee };
  switch (outcome) {
    case 'stalled':
      return verdict('timeout', 'took-too-long', { what: `${caller} → ${callee}`, awaited });
    case 'ended':
      return verdict('fail', 'call-refused', { ...ends, status });
    case 'answered-elsewhere':
      return verdict('fail', 'call-elsewhere', ends);
    case 'unrung':
      return verdict('fail', 'ring-absent', ends);
    case 'answered':
      if (!isTwoWay(call)) return audioTrouble(call);
      if (!cleared) return verdict('fail', 'call-left-up', ends);
      return verdict('pass', 'calls-work', { one: caller, other: callee });
  }
}

/** An echo, a loop or an announcement can't pass for the other person: one's own voice must not come back. */
function isTwoWay({ heardByCaller, heardByCallee }: CallEvidence): boolean {
  return [heardByCaller, heardByCallee].every(
    ({ other, own }) => other >= LEAST_HEARD && own === 0,
  );
}

function audioTrouble({ caller, callee, heardByCaller, heardByCallee }: CallEvidence): Verdict {
  const ends = { caller, callee };
  if (heardByCaller.own > 0) return verdict('fail', 'audio-echo', { ...ends, extension: caller });
  if (heardByCallee.own > 0) return verdict('fail', 'audio-echo', { ...ends, extension: callee });
  const [callerHears, calleeHears] = [heardByCaller, heardByCallee].map(
    ({ other }) => other >= LEAST_HEARD,
  );
  if (!callerHears && !calleeHears) return verdict('fail', 'no-audio', ends);
  return verdict('fail', 'one-way-audio', { ...ends, deaf: callerHears ? callee : caller });
}
