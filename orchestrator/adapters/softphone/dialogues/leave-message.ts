import { greetingSeconds, hasBeep } from '../../../model/audio/sound.ts';
import type { DepositEvidence } from '../../../model/evidence/evidence.ts';
import { dial, hangUp, sendDigits } from '../call-control.ts';
import type { LineClient } from '../line-client.ts';
import {
  endCalls,
  expectFree,
  hearOut,
  type Party,
  type PartyAtWork,
  story,
  takeUp,
} from './phone.ts';
import {
  awaitedIn,
  awaits,
  closedAs,
  comesOf,
  type End,
  isOver,
  isTooLate,
  isUnrung,
  orNull,
} from './steps.ts';

/** A message to leave: who for, and what the called phone does meanwhile. */
export interface MessageRequest {
  readonly caller: Party;
  readonly callee: LineClient;
  readonly number: string;
  readonly manner: DepositEvidence['manner'];
  /** How long the callee may ring before we give up. */
  readonly ringAtMost: number;
  readonly signal?: AbortSignal | undefined;
}

/** How much is said after the beep. */
const MESSAGE_MS = 1_600;
/** Voicemail begins to speak at once; its greetings (`vm-intro` alone: 5.7 s) end with the beep. */
const GREETING_WITHIN = 4_000;
const BEEP_WITHIN = 25_000;
/** That much sound that is no beep is a greeting, which `#` cuts short. */
const GREETING_SECONDS = 0.15;

type Course = Pick<DepositEvidence, 'outcome' | 'rang' | 'awaited'>;

/**
 * Calls a phone that does not answer and speaks to whatever does: waits for the beep, then says the
 * caller's signature. The ring is timed at the callee. No call is left up.
 */
export async function leaveMessage(request: MessageRequest): Promise<DepositEvidence> {
  const { caller, callee, manner } = request;
  await expectFree(callee);
  await using from = await takeUp(caller);
  await using to = heedless(callee);
  const wall = () => caller.client.clock.date().getTime() / 1000;
  const began = wall();
  const course = await takeCourse(request, from, to);
  return {
    ...course,
    caller: caller.client.line,
    callee: callee.line,
    manner,
    status: closedAs(from),
    from: began,
    to: wall(),
    timeline: { caller: story(from), callee: story(to) },
  };
}

/** A phone whose owner is away: when all is over, it is not left ringing. */
function heedless(client: LineClient): End & AsyncDisposable {
  return { client, since: client.mark, [Symbol.asyncDispose]: () => endCalls(client) };
}

async function takeCourse(request: MessageRequest, from: PartyAtWork, to: End): Promise<Course> {
  let rang: number | null = null;
  try {
    // Voicemail may have begun to speak before we are told that something answered.
    let since = from.ear.mark;
    await dial(from.client, request.number);
    const dialled = await comesOf(from, to, request.signal);
    if (dialled.got === 'closed') return { outcome: 'ended', rang, awaited: '' };
    if (dialled.got === 'rings') {
      const { incoming } = dialled;
      since = from.ear.mark;
      rang = await ringTime(request, { ...to, id: incoming.id }, incoming.at);
      if (rang === null) {
        rang = to.client.clock.now() - incoming.at;
        return { outcome: 'rings-on', rang, awaited: '' };
      }
      // What the caller hears for as long as it rings is no greeting.
      if (request.manner === 'ring') since = from.ear.mark;
    }
    const answered = await awaits(from, ['CALL_ESTABLISHED', 'CALL_CLOSED'], request);
    if (answered.type === 'CALL_CLOSED' || isOver(from)) {
      return { outcome: 'ended', rang, awaited: '' };
    }
    const spoken = await speak(from, since, request.signal);
    return { outcome: spoken ? 'spoken' : 'no-beep', rang, awaited: '' };
  } catch (error) {
    if (isTooLate(error, from)) return { outcome: 'no-beep', rang, awaited: '' };
    const awaited = awaitedIn(error);
    if (awaited === null) throw error;
    return { outcome: isUnrung(to) ? 'unrung' : 'stalled', rang, awaited };
  }
}

/** How long the callee rang until the exchange gave up (ms); null when it rings on and on. */
async function ringTime(
  { callee, manner, ringAtMost, signal }: MessageRequest,
  to: End & { readonly id: string },
  began: number,
): Promise<number | null> {
  if (manner === 'refuse') await hangUp(callee);
  const closed = await orNull(awaits(to, ['CALL_CLOSED'], { within: ringAtMost, signal }));
  return closed === null ? null : closed.at - began;
}

/** Says the message after the beep; a greeting before it is cut short. False: there is no beep. */
async function speak(
  from: PartyAtWork,
  since: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { client, ear } = from;
  const greeted = (heard: Int16Array) =>
    hasBeep(heard) || greetingSeconds(heard) >= GREETING_SECONDS;
  const greeting = await hearOut(from, greeted, { since, within: GREETING_WITHIN, signal });
  if (greeting === 'closed') return false;
  // `#` after the beep would end the message.
  if (!hasBeep(ear.heard.subarray(since))) await sendDigits(client, '#');
  const beep = await hearOut(from, hasBeep, { since, within: BEEP_WITHIN, signal });
  if (beep !== 'heard') return false;
  // Not a guess at how long something takes: it is the length of the message itself.
  await client.clock.wait(MESSAGE_MS, signal);
  await hangUp(client);
  return true;
}
