import type { CheckResult } from '../model/marking/check-report.ts';
import type { ScaleCheck } from '../model/marking/scale.ts';
import { type Verdict, verdict } from '../model/marking/verdict.ts';
import type { Check } from './check.ts';
import { fakeProbes } from './fake-probes.ts';
import type { Probes } from './probes.ts';
import { runChecks } from './run-checks.ts';

/** A lab that asks for nothing beyond a working exchange. */
export const TOLERANT = {
  ...{ contextsSeparate: false, patternsOnly: false },
  ...{ callerKnown: false, boxesInVoicemail: false },
};

/** All of it held. */
export const PASS = verdict('pass', 'asterisk-answers', {});
/** It did not hold. */
export const FAIL = verdict('fail', 'no-audio', { caller: '3101', callee: '3102' });
/** It did not come in time. */
export const LATE = verdict('timeout', 'took-too-long', { what: '3101', awaited: 'CALL_CLOSED' });
/** A part of it held. */
export const PARTIAL: Verdict = { ...FAIL, verdict: 'partial' };

/** A check that finds what it is told to, and takes no time. */
export function check(id: string, found: Verdict, more: Partial<Check> = {}): Check {
  return {
    ...{ id, needs: [], lines: [] },
    find: async () => ({ verdict: found, evidence: `${id} saw`, inherentMs: 0, unfit: [] }),
    ...more,
  };
}

interface Run {
  readonly probes?: Partial<Probes>;
  readonly signal?: AbortSignal;
  /** How late the machine is all the time, in ms. */
  readonly late?: number;
}

/** Runs checks on a fake lab, on a clock that goes on by one at each look. */
export async function run(checks: readonly Check[], { probes, signal, late = 0 }: Run = {}) {
  const told: CheckResult[] = [];
  let ms = 0;
  const results = await runChecks(checks, {
    probes: fakeProbes(probes),
    now: () => {
      ms += 1;
      return ms;
    },
    lateSince: () => late,
    done: (result) => told.push(result),
    signal: signal ?? new AbortController().signal,
  });
  const of = (id: string) => results.find((result) => result.id === id);
  return { results, told, of };
}

/** What a lab's folder says of a check, as far as a test cares. */
export function scaleCheck(id: string, more: Partial<ScaleCheck> = {}): ScaleCheck {
  return {
    ...{ id, quarters: 4, atStage: {}, title: { fr: id, en: id } },
    ...{ consequenceOf: [], files: [], suspects: [], says: [], failures: [] },
    selftest: { fails: ['W01'], passes: ['V01'] },
    ...more,
  };
}
