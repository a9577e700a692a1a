import { LabError } from '../../../base/lab-error.ts';
import type { CallEvent } from '../../../model/calls/phone-event.ts';
import { eventsOf } from '../../../model/calls/timeline.ts';
import { firstEvent, type LineWatch } from '../first-event.ts';
import type { LineClient } from '../line-client.ts';

/** How long one step of a call may take; the phones and the exchange are a millisecond apart. */
export const STEP_WITHIN = 10_000;

/** An exchange that answers the caller first (`Answer()`, then `Dial()`) rings the callee at once. */
const RINGS_AFTER_ANSWER = 2_000;

/** What came of dialling: the callee rings, something else answered, or it is over. */
export type Dialled =
  | { readonly got: 'rings'; readonly incoming: CallEvent }
  | { readonly got: 'answered' }
  | { readonly got: 'closed'; readonly status: string };

/** One end of a call under way. */
export interface End {
  readonly client: LineClient;
  readonly since: number;
}

/** Waits for what comes of a number just dialled: looked for at both ends. */
export async function comesOf(
  from: End,
  to: End,
  signal: AbortSignal | undefined,
): Promise<Dialled> {
  const rings: LineWatch = { ...to, types: ['CALL_INCOMING'] };
  const ends: LineWatch = { ...from, types: ['CALL_CLOSED'] };
  const answers: LineWatch = { ...from, types: ['CALL_ESTABLISHED'] };
  const first = await firstEvent([rings, ends, answers], { within: STEP_WITHIN, signal });
  if (first.type === 'CALL_CLOSED') return { got: 'closed', status: first.param };
  if (first.type === 'CALL_INCOMING') return { got: 'rings', incoming: first };
  const second = await orNull(firstEvent([rings, ends], { within: RINGS_AFTER_ANSWER, signal }));
  if (second === null) return { got: 'answered' };
  if (second.type === 'CALL_CLOSED') return { got: 'closed', status: second.param };
  return { got: 'rings', incoming: second };
}

/** Waits for an event of one end; it may have come already. */
export function awaits(
  end: End & { readonly id?: string },
  types: readonly CallEvent['type'][],
  { within = STEP_WITHIN, signal }: { within?: number; signal?: AbortSignal | undefined },
): Promise<CallEvent> {
  return firstEvent([{ ...end, types }], { within, signal });
}

/** Whether a line has seen an event of a type since it was taken up. */
export function saw({ client, since }: End, type: CallEvent['type']): boolean {
  return eventsOf(client.timeline.slice(since)).some((event) => event.type === type);
}

/** Whether the phone that was called never rang. */
export function isUnrung(to: End): boolean {
  return !saw(to, 'CALL_INCOMING');
}

/** Whether the call of a line that was taken up is over. */
export function isOver(end: End): boolean {
  return saw(end, 'CALL_CLOSED');
}

/** Whether an error only says that the call ended a moment before something was done to it. */
export function isTooLate(error: unknown, end: End): boolean {
  return error instanceof LabError && error.problem.code === 'softphone-no-call' && isOver(end);
}

/** How a line's call ended, in its own words; empty while it hasn't. */
export function closedAs({ client, since }: End): string {
  const closed = eventsOf(client.timeline.slice(since)).findLast(
    ({ type }) => type === 'CALL_CLOSED',
  );
  return closed !== undefined && 'id' in closed ? closed.param : '';
}

/** The awaited thing did not come in time: null. Any other trouble is thrown on. */
export async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (awaitedIn(error) !== null) return null;
    throw error;
  }
}

/** What a wait that came to nothing was for; null for any other error. */
export function awaitedIn(error: unknown): string | null {
  if (!(error instanceof LabError) || error.problem.code !== 'softphone-wait') return null;
  return error.problem.params.awaited;
}
