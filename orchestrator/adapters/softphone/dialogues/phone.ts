import { labError } from '../../../base/lab-error.ts';
import type { Signature } from '../../../model/audio/signature.ts';
import { type Timeline, timelineText } from '../../../model/calls/timeline.ts';
import { calls, hangUp, setSource } from '../call-control.ts';
import type { Ear, ListenOptions } from '../ear.ts';
import { isOfCall } from '../event-condition.ts';
import type { LineClient } from '../line-client.ts';

/** What a phone says in a call: a WAV file in its station, and the signature that it plays. */
export interface Voice {
  readonly path: string;
  readonly signature: Signature;
}

/** A softphone at hand: to be driven, to be spoken through, to be listened to. */
export interface Phone {
  readonly client: LineClient;
  /** Begins to hear what the line hears; older recordings of the line are forgotten. */
  readonly listen: () => Promise<Ear>;
  /** The voice that the line has when nobody speaks through it. */
  readonly idleVoice: string;
}

/** A phone that takes part in a call, with its voice there. */
export interface Party extends Phone {
  readonly voice: Voice;
}

/** A phone in use: what it hears, and where its timeline stood before. Disposing ends its call. */
export interface PartyAtWork extends AsyncDisposable {
  readonly client: LineClient;
  readonly ear: Ear;
  readonly since: number;
}

/** Takes a phone into use: free it must be (else `softphone-busy`), then it has its voice and an ear. */
export async function takeUp({ client, listen, voice, idleVoice }: Party): Promise<PartyAtWork> {
  await expectFree(client);
  await setSource(client, voice.path);
  // `ausrc` is for all later calls too: the idle voice is given back.
  const giveBack = () => setSource(client, idleVoice);
  const ear = await listen().catch(async (error: unknown) => {
    await Promise.allSettled([giveBack()]);
    throw error;
  });
  const dispose = async () => {
    await Promise.allSettled([endCalls(client), ear[Symbol.asyncDispose]()]);
    await giveBack();
  };
  return { client, ear, since: client.mark, [Symbol.asyncDispose]: dispose };
}

/** Takes the two phones of a call into use; when one can't be, neither is. */
export async function takeUpBoth(one: Party, other: Party): Promise<BothAtWork> {
  const taken = await Promise.allSettled([takeUp(one), takeUp(other)]);
  const dispose = async () => {
    const ends = taken.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
    // Both have let go when this is over, also when one can't: the phones are the next check's.
    const given = await Promise.allSettled(ends.map((end) => end[Symbol.asyncDispose]()));
    for (const end of given) if (end.status === 'rejected') throw end.reason;
  };
  const [first, second] = taken;
  if (first.status === 'fulfilled' && second.status === 'fulfilled') {
    return { one: first.value, other: second.value, [Symbol.asyncDispose]: dispose };
  }
  await Promise.allSettled([dispose()]);
  throw taken.find((end) => end.status === 'rejected')?.reason;
}

/** Two phones in use, to be given back together. */
interface BothAtWork extends AsyncDisposable {
  readonly one: PartyAtWork;
  readonly other: PartyAtWork;
}

/** Listens until enough was heard, the call is over, or the time is. */
export async function hearOut(
  { client, ear, since: began }: PartyAtWork,
  enough: (heard: Int16Array) => boolean,
  { since, within, signal }: ListenOptions,
): Promise<'heard' | 'closed' | 'nothing'> {
  const over = new AbortController();
  const stop = signal === undefined ? over.signal : AbortSignal.any([over.signal, signal]);
  const listening = { within, signal: stop };
  const closed = client.watchFor(isOfCall(['CALL_CLOSED']), { since: began, ...listening });
  try {
    return await Promise.race([
      closed.then((event) => (event === null ? ('nothing' as const) : ('closed' as const))),
      ear
        .until(enough, { since, ...listening })
        .then((heard) => (heard ? ('heard' as const) : ('nothing' as const))),
    ]);
  } finally {
    over.abort();
  }
}

/** A call that someone else has on the line would get mixed up with ours. */
export async function expectFree(client: LineClient): Promise<void> {
  const [busy] = await calls(client);
  if (busy !== undefined) throw labError('softphone-busy', { line: client.line, peer: busy.peer });
}

/** Ends every call that a line has. */
export async function endCalls(client: LineClient): Promise<void> {
  for (const _ of await calls(client)) await hangUp(client);
}

/** What a line saw since it was taken up, in words of no language. */
export function story({ client, since }: { client: LineClient; since: number }): string {
  const seen: Timeline = client.timeline.slice(since);
  return timelineText(seen);
}
