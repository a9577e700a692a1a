import { clearRuns, enterRun, lookAtSpool, type SpoolRun } from '../../adapters/pbx/spool.ts';
import { pollUntil } from '../../base/poll-until.ts';
import { seededRandom } from '../../model/audio/seeded-random.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import type { Message } from '../../model/voicemail/message.ts';
import type { PhoneAccess } from '../phones/open-phones.ts';
import { readIn, runIn } from '../run-in.ts';
import { voiceNames } from './voices/voice-files.ts';
import { makeVoices, type Voices } from './voices/voices.ts';

/** How long Asterisk may take to put a recording away (ms). */
const STORED_WITHIN = 3_000;

/** A run as it is entered in the spool. */
export interface Entry {
  /** All that are entered there, this one last; none while it isn't. */
  readonly runs: readonly SpoolRun[];
  readonly since: number;
  /** Our own clock then (ms). */
  readonly at: number;
}

/**
 * Enters a run in the spool, before anything of it can be there. Where there is no room even for that, it is
 * known to us alone, by our own clock.
 */
export async function enter(
  { connection, clock }: PhoneAccess,
  plan: TeamPlan,
  seed: number,
): Promise<Entry> {
  const at = clock.now();
  const unentered = { seed, since: clock.date().getTime() / 1000 };
  const entered = await enterRun(runIn(connection, plan.pbx.container), seed);
  const runs = entered.length === 0 ? [unentered] : entered;
  return { runs, since: runs.at(-1)?.since ?? unentered.since, at };
}

/** Whose messages to take out of the spool. */
export interface RunMessages extends Pick<Entry, 'runs' | 'since'> {
  /** Those of this run. */
  readonly voices: Voices;
  /** Extensions that killed runs had in hand until this run took them. */
  readonly left: readonly string[];
  /** The extensions of this run. */
  readonly own: readonly string[];
  readonly tell: ((messages: readonly Message[]) => void) | undefined;
}

/**
 * Takes every message of these runs out of the spool, wherever it went: what carries a voice of them,
 * and (too short to be recognised) what came from a phone that nobody else could use meanwhile.
 */
export async function takeMessagesBack(
  { connection, clock }: PhoneAccess,
  plan: TeamPlan,
  { runs, voices: drawn, left, own, since, tell }: RunMessages,
): Promise<void> {
  // One that was never entered has left nothing.
  if (runs.length === 0) return;
  const { container } = plan.pbx;
  const names = voiceNames(plan);
  const killed = runs.slice(0, -1).map(({ seed }) => makeVoices(seededRandom(seed), names));
  const voices = [...killed, drawn];
  const earliest = Math.min(...runs.map((run) => run.since));
  const read = readIn(connection, container);
  // Hung up a moment ago, a caller may still be on its way into the spool.
  const { seen } = await pollUntil(
    () => lookAtSpool(read, earliest),
    ({ recording }) => !recording,
    { clock, within: STORED_WITHIN },
  );
  const ours = seen.fresh.filter(({ sound, fields }) => {
    if (sound !== null && voices.some(({ whose }) => whose(sound) !== null)) return true;
    const [, caller = ''] = /^SIP\/(\d+)-/.exec(fields?.callerchan ?? '') ?? [];
    const began = Number(fields?.origtime);
    return left.includes(caller) || (own.includes(caller) && began >= Math.floor(since));
  });
  tell?.(ours);
  await clearRuns(runIn(connection, container), ours);
}
