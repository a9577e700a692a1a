import type { Connection } from '../../adapters/docker/connection.ts';
import type { CallRecord } from '../../adapters/softphone/call-request.ts';
import { placeCall } from '../../adapters/softphone/place-call.ts';
import type { Emit } from '../../base/event.ts';
import { labError } from '../../base/lab-error.ts';
import { makeSignature, type Signature } from '../../model/audio/signature.ts';
import { type TwoWayAudio, twoWayAudio } from '../../model/audio/two-way-audio.ts';
import { readWave } from '../../model/audio/wave.ts';
import { timelineText } from '../../model/calls/timeline.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import { callFiles } from './call-files.ts';
import type { OpenPhone } from './open-phones.ts';

/** A call that was proven: each side heard the other's signature, for so many seconds, and not its own. */
export interface ProvenCall {
  readonly context: string;
  readonly caller: string;
  readonly callee: string;
  readonly heardByCaller: number;
  readonly heardByCallee: number;
}

/** What proving calls needs besides the phones. */
export interface ProveOptions {
  readonly connection: Connection;
  readonly emit: Emit;
  readonly signal: AbortSignal;
  readonly random: () => number;
}

/** Places one call inside each context, side by side. One that can't be proven is `call-unproven`. */
export async function proveCalls(
  phones: readonly OpenPhone[],
  plan: TeamPlan,
  options: ProveOptions,
): Promise<readonly ProvenCall[]> {
  const pairs = plan.contexts.flatMap(({ name, users }) => {
    const ends = users.flatMap(({ extension }) =>
      phones.filter(({ line }) => line.extension === extension),
    );
    const [caller, callee] = ends;
    return caller === undefined || callee === undefined ? [] : [{ context: name, caller, callee }];
  });
  const calls = pairs.map((pair) => proveCall(pair, phones, plan.team, options));
  // One that fails must not take the phones from another that has still to hang up.
  await Promise.allSettled(calls);
  return Promise.all(calls);
}

interface Pair {
  readonly context: string;
  readonly caller: OpenPhone;
  readonly callee: OpenPhone;
}

async function proveCall(
  { context, caller, callee }: Pair,
  phones: readonly OpenPhone[],
  team: number,
  { connection, emit, signal, random }: ProveOptions,
): Promise<ProvenCall> {
  const signatures = { caller: makeSignature(random), callee: makeSignature(random) };
  const call = await placeCall({
    caller: { client: caller.client, signature: signatures.caller },
    callee: { client: callee.client, signature: signatures.callee },
    number: callee.line.extension,
    files: callFiles(connection, phones),
    signal,
  });
  const names = { caller: caller.line.extension, callee: callee.line.extension };
  if (call.outcome !== 'answered') {
    throw labError('call-unproven', { ...names, reason: timelineText(call.caller.timeline) });
  }
  const audio = twoWayAudio(
    endOf(call.caller, signatures.caller, signatures.callee),
    endOf(call.callee, signatures.callee, signatures.caller),
  );
  if (!audio.twoWay) throw labError('call-unproven', { ...names, reason: audioText(audio) });
  const proven = {
    ...names,
    heardByCaller: audio.a.other.heard,
    heardByCallee: audio.b.other.heard,
  };
  emit({ type: 'call-proven', team, ...proven });
  return { context, ...proven };
}

function endOf({ heard }: CallRecord, own: Signature, other: Signature) {
  const waves = heard.map(readWave).flatMap((wave) => (wave.ok ? [wave.value] : []));
  const longest = waves.toSorted((a, b) => b.length - a.length)[0] ?? new Int16Array();
  return { heard: longest, own, other };
}

/** Seconds of the other's and of one's own signature, at the caller and at the callee. */
function audioText({ a, b }: TwoWayAudio): string {
  const end = ({ other, own }: TwoWayAudio['a']) =>
    `${other.heard.toFixed(1)}/${own.heard.toFixed(1)} s`;
  return `audio ${end(a)} · ${end(b)}`;
}
