import { hears } from '../../../model/audio/hears.ts';
import { recognise } from '../../../model/audio/recognise.ts';
import type { CallEvidence, HeardEvidence } from '../../../model/evidence/evidence.ts';
import { answer, dial, hangUp } from '../call-control.ts';
import { hearOut, type Party, type PartyAtWork, story, takeUpBoth } from './phone.ts';
import {
  awaitedIn,
  awaits,
  closedAs,
  comesOf,
  isTooLate,
  isUnrung,
  orNull,
  STEP_WITHIN,
} from './steps.ts';

/** A call to place from one phone to another. */
export interface CallRequest {
  readonly caller: Party;
  readonly callee: Party;
  /** What the caller dials. */
  readonly number: string;
  readonly hangUpBy: 'caller' | 'callee';
  readonly signal?: AbortSignal | undefined;
}

/** Each end listens until it has heard so much of the other: no longer, no shorter. */
const LISTEN_SECONDS = 1;
/** RTP flows within milliseconds of the answer or, past a lost direction, never. */
const LISTEN_WITHIN = 4_000;

type Course = Pick<CallEvidence, 'outcome' | 'awaited' | 'cleared'>;

/**
 * Places a call: it rings, is answered, both speak their signatures until each has heard the other,
 * then one hangs up. Returns what was seen and heard, whether or not the call came about; no call is
 * left up.
 */
export async function placeCall(request: CallRequest): Promise<CallEvidence> {
  const { caller, callee, number, hangUpBy } = request;
  await using both = await takeUpBoth(caller, callee);
  const { one: from, other: to } = both;
  const course = await takeCourse(request, from, to);
  return {
    ...course,
    caller: caller.client.line,
    callee: callee.client.line,
    number,
    hungUpBy: hangUpBy,
    status: closedAs(from),
    heardByCaller: heardBy(from, callee, caller),
    heardByCallee: heardBy(to, caller, callee),
    timeline: { caller: story(from), callee: story(to) },
  };
}

async function takeCourse(
  request: CallRequest,
  from: PartyAtWork,
  to: PartyAtWork,
): Promise<Course> {
  try {
    return await converse(request, from, to);
  } catch (error) {
    if (isTooLate(error, to)) return { outcome: 'ended', awaited: '', cleared: true };
    const awaited = awaitedIn(error);
    if (awaited === null) throw error;
    return { outcome: isUnrung(to) ? 'unrung' : 'stalled', awaited, cleared: false };
  }
}

async function converse(
  { caller, callee, number, hangUpBy, signal }: CallRequest,
  from: PartyAtWork,
  to: PartyAtWork,
): Promise<Course> {
  await dial(from.client, number);
  const dialled = await comesOf(from, to, signal);
  if (dialled.got !== 'rings') {
    const outcome = dialled.got === 'closed' ? 'ended' : 'answered-elsewhere';
    return { outcome, awaited: '', cleared: true };
  }
  await answer(to.client);
  for (const end of [from, { ...to, id: dialled.incoming.id }]) {
    const event = await awaits(end, ['CALL_ESTABLISHED', 'CALL_CLOSED'], { signal });
    if (event.type === 'CALL_CLOSED') return { outcome: 'ended', awaited: '', cleared: true };
  }
  // An end that hears nothing is something to report, not a reason to stop.
  await Promise.all([
    hearOut(from, hears(callee.voice.signature, LISTEN_SECONDS), listening(signal)),
    hearOut(to, hears(caller.voice.signature, LISTEN_SECONDS), listening(signal)),
  ]);
  await orNull(hangUp((hangUpBy === 'caller' ? from : to).client));
  const closed = [from, to].map((end) =>
    orNull(awaits(end, ['CALL_CLOSED'], { within: STEP_WITHIN, signal })),
  );
  const cleared = (await Promise.all(closed)).every((event) => event !== null);
  return { outcome: 'answered', awaited: '', cleared };
}

function listening(signal: AbortSignal | undefined) {
  return { since: 0, within: LISTEN_WITHIN, signal };
}

function heardBy({ ear }: PartyAtWork, other: Party, own: Party): HeardEvidence {
  return {
    other: recognise(ear.heard, other.voice.signature).heard,
    own: recognise(ear.heard, own.voice.signature).heard,
  };
}
