import { LabError, labError } from '../../base/lab-error.ts';
import { signatureWave } from '../../model/audio/signature-wave.ts';
import { type Timeline, timelineText } from '../../model/calls/timeline.ts';
import { calls, hangUp, setSource } from './call-control.ts';
import type { CallFiles, CallParty, CallRecord, CallRequest, PlacedCall } from './call-request.ts';
import { converse } from './converse.ts';
import type { LineClient } from './line-client.ts';

/**
 * A voice that ended would end the call (baresip 1), so it is longer than a call can last. Its
 * length costs little: gzip sees that it repeats.
 */
const VOICE_SECONDS = 120;

/**
 * Places a call from one line to another: both speak their signatures until enough was recorded,
 * then one hangs up. Returns what was seen and heard, whether or not the call came about; no call
 * is left up. A step that takes too long is a `call-stalled` error, with what both ends saw.
 */
export async function placeCall(request: CallRequest): Promise<PlacedCall> {
  const { caller, callee, files } = request;
  const parties = [caller, callee];
  for (const { client } of parties) await expectFree(client);
  await Promise.all(parties.map((party) => giveVoice(party, files)));
  const told = parties.map(({ client }) => ({ client, since: client.mark }));
  const timelineOf = (end: LineClient): Timeline =>
    end.timeline.slice(told.find(({ client }) => client === end)?.since);
  const record = async ({ client }: CallParty): Promise<CallRecord> => ({
    line: client.line,
    timeline: timelineOf(client),
    heard: await files.fetchHeard(client.line),
  });
  const seen = await conversation(request, timelineOf);
  return { ...seen, caller: await record(caller), callee: await record(callee) };
}

async function conversation(
  request: CallRequest,
  timelineOf: (end: LineClient) => Timeline,
): Promise<Pick<PlacedCall, 'outcome' | 'talked'>> {
  const { caller, callee, number } = request;
  try {
    return await converse(request);
  } catch (error) {
    if (!(error instanceof LabError) || error.problem.code !== 'softphone-wait') throw error;
    const facts = {
      from: caller.client.line,
      number,
      awaited: error.problem.params.awaited,
      caller: timelineText(timelineOf(caller.client)),
      callee: timelineText(timelineOf(callee.client)),
    };
    throw labError('call-stalled', facts, error);
  } finally {
    await Promise.allSettled([caller, callee].map(({ client }) => endCall(client, request.files)));
  }
}

/** A call that someone else has on the line would get mixed up with ours. */
async function expectFree(client: LineClient): Promise<void> {
  const [busy] = await calls(client);
  if (busy !== undefined) throw labError('softphone-busy', { line: client.line, peer: busy.peer });
}

async function giveVoice({ client, signature }: CallParty, files: CallFiles): Promise<void> {
  const path = await files.putVoice(client.line, signatureWave(signature, VOICE_SECONDS));
  await setSource(client, path);
}

/** `ausrc` is for all later calls too: the idle voice is given back. */
async function endCall(client: LineClient, { idleVoice }: CallFiles): Promise<void> {
  for (const _ of await calls(client)) await hangUp(client);
  if (idleVoice !== undefined) await setSource(client, idleVoice);
}
