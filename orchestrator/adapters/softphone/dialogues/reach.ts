import type { ReachEvidence } from '../../../model/evidence/evidence.ts';
import { dial } from '../call-control.ts';
import { firstEvent } from '../first-event.ts';
import type { LineClient } from '../line-client.ts';
import { endCalls, expectFree, story } from './phone.ts';
import {
  awaitedIn,
  awaits,
  closedAs,
  comesOf,
  type End,
  isUnrung,
  orNull,
  STEP_WITHIN,
  saw,
} from './steps.ts';

/** A number to try from a phone and, where there is one, the phone that would ring. */
export interface ReachRequest {
  readonly caller: LineClient;
  readonly callee?: LineClient;
  readonly number: string;
  readonly signal?: AbortSignal | undefined;
}

/** A phone stops ringing a moment after its caller gave up. */
const STOPS_WITHIN = 2_000;

/**
 * Dials a number only to see whether it can be reached; hangs up as soon as that is known. With a
 * phone that would ring, it is that phone which tells; afterwards both are free.
 */
export async function reach(request: ReachRequest): Promise<ReachEvidence> {
  const { caller, callee, number } = request;
  for (const client of [caller, callee]) if (client !== undefined) await expectFree(client);
  const from: End = { client: caller, since: caller.mark };
  const to = callee === undefined ? null : { client: callee, since: callee.mark };
  try {
    const outcome = await takeCourse(request, from, to);
    const status = closedAs(from);
    return { caller: caller.line, number, outcome, status, timeline: story(from) };
  } finally {
    await endCalls(caller);
    if (to !== null) await quiet(to);
  }
}

async function takeCourse(
  { number, signal }: ReachRequest,
  from: End,
  to: End | null,
): Promise<ReachEvidence['outcome']> {
  try {
    await dial(from.client, number);
    if (to !== null) return OUTCOMES[(await comesOf(from, to, signal)).got];
    const types = ['CALL_RINGING', 'CALL_ESTABLISHED', 'CALL_CLOSED'] as const;
    const first = await firstEvent([{ ...from, types }], { within: STEP_WITHIN, signal });
    return OUTCOMES[first.type as (typeof types)[number]];
  } catch (error) {
    if (awaitedIn(error) === null) throw error;
    return to !== null && isUnrung(to) && saw(from, 'CALL_RINGING') ? 'unrung' : 'stalled';
  }
}

/** Waits until a phone that rang has stopped, so that whoever has it next finds it free. */
async function quiet(to: End): Promise<void> {
  if (saw(to, 'CALL_INCOMING')) {
    await orNull(awaits(to, ['CALL_CLOSED'], { within: STOPS_WITHIN }));
  }
  await endCalls(to.client);
}

const OUTCOMES = {
  rings: 'rings',
  answered: 'answered',
  closed: 'refused',
  CALL_RINGING: 'rings',
  CALL_ESTABLISHED: 'answered',
  CALL_CLOSED: 'refused',
} as const;
