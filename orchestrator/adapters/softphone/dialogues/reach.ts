import type { ReachEvidence } from '../../../model/evidence/evidence.ts';
import { dial } from '../call-control.ts';
import { firstEvent } from '../first-event.ts';
import type { LineClient } from '../line-client.ts';
import { endCalls, expectFree, story } from './phone.ts';
import { awaitedIn, closedAs, STEP_WITHIN } from './steps.ts';

/** A number to try from a phone, and the phone that would ring. */
export interface ReachRequest {
  readonly caller: LineClient;
  readonly number: string;
  readonly signal?: AbortSignal | undefined;
}

/** Dials a number only to see whether it can be reached; hangs up as soon as that is known. */
export async function reach({ caller, number, signal }: ReachRequest): Promise<ReachEvidence> {
  await expectFree(caller);
  const end = { client: caller, since: caller.mark };
  try {
    await dial(caller, number);
    const types = ['CALL_RINGING', 'CALL_ESTABLISHED', 'CALL_CLOSED'] as const;
    const first = await firstEvent([{ ...end, types }], { within: STEP_WITHIN, signal });
    const outcome = OUTCOMES[first.type as (typeof types)[number]];
    return told(outcome);
  } catch (error) {
    if (awaitedIn(error) === null) throw error;
    return told('stalled');
  } finally {
    await endCalls(caller);
  }

  function told(outcome: ReachEvidence['outcome']): ReachEvidence {
    return { caller: caller.line, number, outcome, status: closedAs(end), timeline: story(end) };
  }
}

const OUTCOMES = {
  CALL_RINGING: 'rings',
  CALL_ESTABLISHED: 'answered',
  CALL_CLOSED: 'refused',
} as const;
