import { hears } from '../../../model/audio/hears.ts';
import { recognise } from '../../../model/audio/recognise.ts';
import type { Signature } from '../../../model/audio/signature.ts';
import { soundSeconds } from '../../../model/audio/sound.ts';
import type { ConsultEvidence } from '../../../model/evidence/evidence.ts';
import { dial, hangUp, sendDigits } from '../call-control.ts';
import { hearOut, type Party, type PartyAtWork, story, takeUp } from './phone.ts';
import { awaitedIn, awaits, closedAs, isOver, isTooLate } from './steps.ts';

/** Keys to press, and for how long (seconds of sound) to listen to the answer before the next ones. */
export interface Keys {
  readonly keys: string;
  readonly listen: number;
}

/** A visit to voicemail: the number, what to press, and the message that would be heard. */
export interface ConsultRequest {
  readonly caller: Party;
  readonly number: string;
  readonly steps: readonly Keys[];
  readonly message: Signature;
  readonly signal?: AbortSignal | undefined;
}

/** The visit is over once so much of the message was heard. */
const HEARD_SECONDS = 1;
/** How much of a prompt to hear before the first key: keys cut prompts short. */
const PROMPT_SECONDS = 0.1;
const PROMPT_WITHIN = 4_000;
/** The longest wait for the sound that a step listens to, once its keys are through. */
const SOUND_WITHIN = 6_000;

/**
 * Dials the voicemail number, presses keys as its voice asks for them, and listens for the message.
 * Ends when the message was heard, when every step is done and answered, or when the exchange hangs up.
 */
export async function consult(request: ConsultRequest): Promise<ConsultEvidence> {
  const { caller, number, message } = request;
  await using from = await takeUp(caller);
  const seen = { prompted: false, keys: '' };
  const outcome = await takeCourse(request, from, seen);
  return {
    caller: caller.client.line,
    number,
    outcome,
    status: closedAs(from),
    ...seen,
    heard: recognise(from.ear.heard, message).heard,
    timeline: story(from),
  };
}

async function takeCourse(
  request: ConsultRequest,
  from: PartyAtWork,
  seen: { prompted: boolean; keys: string },
): Promise<ConsultEvidence['outcome']> {
  const { number, steps, message, signal } = request;
  const { client, ear } = from;
  try {
    await dial(client, number);
    const answered = await awaits(from, ['CALL_ESTABLISHED', 'CALL_CLOSED'], { signal });
    if (answered.type === 'CALL_CLOSED') return 'ended';
    const prompts = (heard: Int16Array) => soundSeconds(heard) >= PROMPT_SECONDS;
    const prompt = await hearOut(from, prompts, { since: 0, within: PROMPT_WITHIN, signal });
    seen.prompted = prompt === 'heard';
    const heardMessage = hears(message, HEARD_SECONDS);
    for (const { keys, listen } of steps) {
      if (isOver(from)) break;
      const since = ear.mark;
      const within = (await sendDigits(client, keys)) + SOUND_WITHIN;
      seen.keys += keys;
      const answer = (heard: Int16Array) => soundSeconds(heard) >= listen;
      let found = false;
      const enough = (heard: Int16Array) => {
        found = heardMessage(ear.heard);
        return found || answer(heard);
      };
      const heard = await hearOut(from, enough, { since, within, signal });
      if (found || heard === 'closed') break;
    }
    if (!isOver(from)) await hangUp(client);
    return 'answered';
  } catch (error) {
    if (isTooLate(error, from)) return 'answered';
    if (awaitedIn(error) === null) throw error;
    return 'stalled';
  }
}
