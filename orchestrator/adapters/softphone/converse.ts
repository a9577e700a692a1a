import { answer, dial, hangUp } from './call-control.ts';
import type { CallRequest, PlacedCall } from './call-request.ts';
import { isOfCall } from './event-condition.ts';
import { firstEvent, type LineWatch } from './first-event.ts';

const SAMPLE_MS = 2500;
const STEP_WITHIN = 10_000;
/** RTP flows within milliseconds of the answer or, past a lost direction, never. */
const AUDIO_WITHIN = 3000;

/** Takes a call as far as it goes: rings, is answered, is talked in, is hung up. */
export async function converse(
  request: CallRequest,
): Promise<Pick<PlacedCall, 'outcome' | 'talked'>> {
  const { caller, callee, number, within = STEP_WITHIN, signal } = request;
  const [from, to] = [caller.client, callee.client].map((client) => ({
    client,
    since: client.mark,
  }));
  if (from === undefined || to === undefined) throw new TypeError('a call has two ends');
  await dial(caller.client, number);
  // The caller hears of whatever answers or refuses in the callee's place.
  const rung = await firstEvent(
    [
      { ...to, types: ['CALL_INCOMING'] },
      { ...from, types: ['CALL_ESTABLISHED', 'CALL_CLOSED'] },
    ],
    { within, signal },
  );
  if (rung.type === 'CALL_CLOSED') return { outcome: 'ended', talked: 0 };
  if (rung.type === 'CALL_ESTABLISHED') return { outcome: 'answered-elsewhere', talked: 0 };
  const ends = [from, { ...to, id: rung.id }];
  await answer(callee.client);
  for (const end of ends) {
    const watch: LineWatch = { ...end, types: ['CALL_ESTABLISHED', 'CALL_CLOSED'] };
    const event = await firstEvent([watch], { within, signal });
    if (event.type === 'CALL_CLOSED') return { outcome: 'ended', talked: 0 };
  }
  return { outcome: 'answered', talked: await talk(request, ends) };
}

/** Lets both speak for the length of the sample, hangs up, and waits until both ends are free. */
async function talk(
  request: CallRequest,
  ends: readonly Omit<LineWatch, 'types'>[],
): Promise<number> {
  const { caller, callee, sample = SAMPLE_MS, hangUpBy = 'caller', signal } = request;
  const { clock } = caller.client;
  const answered = clock.now();
  // An end that hears nothing is something to report, not a reason to stop.
  const hears = ends.map(({ client, since, id }) =>
    client.watchFor(isOfCall(['CALL_RTPESTAB', 'CALL_CLOSED'], id), {
      since,
      within: AUDIO_WITHIN,
      signal,
    }),
  );
  await Promise.all(hears);
  // Not a guess at how long something takes: it is the length of the sample itself.
  await clock.wait(sample, signal);
  const talked = clock.now() - answered;
  await hangUp((hangUpBy === 'caller' ? caller : callee).client);
  const { within = STEP_WITHIN } = request;
  for (const end of ends)
    await firstEvent([{ ...end, types: ['CALL_CLOSED'] }], { within, signal });
  return talked;
}
