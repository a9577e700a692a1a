import type { CallEvidence, ConsultEvidence } from '../../model/evidence/evidence.ts';
import { together, type Verdict, verdict } from '../../model/marking/verdict.ts';
import { type Check, check } from '../check.ts';
import { messageVoice, type Probes } from '../probes.ts';

/** An end hears the other when the other's signature was recognised for so many seconds. */
const LEAST_HEARD = 1;

/** Two phones of a context that call each other. */
export interface Couple {
  readonly context: string;
  readonly one: string;
  readonly other: string;
}

/**
 * Each phone calls the other: ring, answer, voices both ways, hung up once by either side. `spare` is
 * a number that nobody has, which must be reached like the others; null: that is not asked for.
 */
export function callCheck({ context, one, other }: Couple, spare: string | null = null): Check {
  return check({
    id: `call.${context}`,
    needs: [`register.${context}`],
    lines: [one, other],
    probe: async (probes): Promise<CallsEvidence> => ({
      calls: [
        await probes.call({ caller: one, callee: other, hangUpBy: 'caller' }),
        await probes.call({ caller: other, callee: one, hangUpBy: 'callee' }),
      ],
      spare: spare === null ? null : await dialSpare(probes, one, spare),
    }),
    judge: ({ calls, spare: dialled }) =>
      together(
        [judgeCalls(calls), ...(dialled === null ? [] : [judgeSpare(dialled)])],
        judgeCalls(calls),
      ),
    inherent: ({ calls }) =>
      calls.reduce(
        (sum, { outcome }) => sum + (outcome === 'answered' ? 1000 * LEAST_HEARD : 0),
        0,
      ),
  });
}

/** Both calls, and what came of dialling the number that nobody has. */
interface CallsEvidence {
  readonly calls: readonly CallEvidence[];
  readonly spare: ConsultEvidence | null;
}

function dialSpare(probes: Probes, caller: string, number: string): Promise<ConsultEvidence> {
  return probes.consult({ caller, number, steps: [], voice: messageVoice(caller) });
}

/** Whatever becomes of a number without a phone, the exchange must know it. */
function judgeSpare({ caller, number, outcome, status }: ConsultEvidence): Verdict {
  return outcome === 'ended' && status.startsWith('404')
    ? verdict('fail', 'number-unmatched', { caller, number })
    : verdict('pass', 'calls-work', { one: caller, other: number });
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
