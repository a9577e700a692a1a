import { clockOfPbx, lookAtSpool, removeMessages } from '../../adapters/pbx/spool.ts';
import { pollUntil } from '../../base/poll-until.ts';
import { seededRandom } from '../../model/audio/seeded-random.ts';
import { type TeamPlan, usersOf } from '../../model/numbering/team-plan.ts';
import { accountLine } from '../../model/rendering/account-line.ts';
import type { Templates } from '../../model/rendering/fill-template.ts';
import type { PhoneAccess } from '../phones/open-phones.ts';
import { readIn, runIn } from '../run-in.ts';
import { LiveLine } from './live-line.ts';
import { putVoices } from './voice-files.ts';
import { makeVoices, type Voices, whoseVoice } from './voices.ts';

/** How long Asterisk may take to put a recording away (ms). */
const STORED_WITHIN = 3_000;

/** A team's lab while it is checked: its lines in our hands, the voices of this run. */
export interface LiveLab extends AsyncDisposable {
  readonly plan: TeamPlan;
  readonly access: PhoneAccess;
  readonly templates: Templates;
  readonly lines: readonly LiveLine[];
  readonly inUse: ReadonlyMap<string, string>;
  readonly voices: Voices;
  /** Done when the stations have the voices of their lines. */
  readonly voicesThere: Promise<unknown>;
  readonly random: () => number;
  /** The PBX's clock when the run began, in seconds since 1970: nothing of the run is older. */
  readonly since: number;
  /** The PBX's clock now. */
  readonly pbxNow: () => number;
}

/** Whose lab to take in hand, and how to leave it. */
export interface LiveRequest {
  readonly plan: TeamPlan;
  readonly templates: Templates;
  readonly seed: number;
  /** `as-found`: lines get the accounts back that they had. `planned`: they keep the plan's. */
  readonly leave: 'as-found' | 'planned';
}

/**
 * Takes a team's lines in hand. Disposing takes the messages of this run out of the spool, gives the
 * lines back their accounts and lets go of them; a station in use is left alone.
 */
export async function openLiveLab(access: PhoneAccess, request: LiveRequest): Promise<LiveLab> {
  const { plan, templates, seed, leave } = request;
  const random = seededRandom(seed);
  const voices = makeVoices(random);
  const opened = access.clock.now();
  const { lines, since } = await takeLinesAt(access, plan);
  // Not sooner: making them would slow a booting Asterisk down.
  const voicesThere = Promise.all(
    plan.stations.map((station) => putVoices(access, station, voices)),
  );
  // Whoever needs a voice waits for it, and hears of a failure; a lab without calls needs none.
  voicesThere.catch(() => undefined);
  const busy = lines.filter((line) => line.busy).map(({ station }) => station.name);
  const inUse = new Map(
    lines
      .filter(({ station }) => busy.includes(station.name))
      .map(({ line, station }) => [line.extension, station.name]),
  );
  const free = lines.filter(({ station }) => !busy.includes(station.name));
  return {
    ...{ plan, access, templates, lines, inUse, voices, voicesThere, random, since },
    pbxNow: () => since + (access.clock.now() - opened) / 1000,
    [Symbol.asyncDispose]: async () => {
      // A Ctrl-C calls the checks off, not the tidying up.
      const tidy = new AbortController().signal;
      try {
        // What can't be put back keeps nothing else from it.
        const back = await Promise.allSettled([
          voicesThere.catch(() => undefined),
          takeMessagesBack(access, plan, free, { voices, since }),
          ...(leave === 'as-found' ? free.map((line) => line.giveBack(tidy)) : []),
        ]);
        for (const one of back) if (one.status === 'rejected') throw one.reason;
      } finally {
        await Promise.all(lines.map((line) => line[Symbol.asyncDispose]()));
      }
    },
  };
}

/** Takes the lines, and asks what time it is at the PBX meanwhile: `since`, in seconds since 1970. */
async function takeLinesAt(
  access: PhoneAccess,
  plan: TeamPlan,
): Promise<{ readonly lines: readonly LiveLine[]; readonly since: number }> {
  const asked = clockOfPbx(runIn(access.connection, plan.pbx.container));
  asked.catch(() => undefined);
  const lines = await takeLines(access, plan);
  try {
    return { lines, since: await asked };
  } catch (error) {
    await Promise.all(lines.map((line) => line[Symbol.asyncDispose]()));
    throw error;
  }
}

async function takeLines(access: PhoneAccess, plan: TeamPlan): Promise<readonly LiveLine[]> {
  const planned = (extension: string): string | null => {
    const user = usersOf(plan).find((candidate) => candidate.extension === extension);
    return user === undefined ? null : accountLine(user, plan.pbx.address);
  };
  const opening = plan.stations.flatMap((station) =>
    station.lines.map((line) => LiveLine.open(access, { station, line }, planned)),
  );
  const opened = await Promise.allSettled(opening);
  const lines = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = opened.find((one) => one.status === 'rejected');
  if (failed === undefined) return lines;
  await Promise.all(lines.map((line) => line[Symbol.asyncDispose]()));
  throw failed.reason;
}

/**
 * Takes every message of this run out of the spool, wherever it went: what carries a voice of it, and
 * (too short to be recognised) what came from a phone that nobody else could use meanwhile.
 */
async function takeMessagesBack(
  { connection, clock }: PhoneAccess,
  { pbx }: TeamPlan,
  lines: readonly LiveLine[],
  { voices, since }: Pick<LiveLab, 'voices' | 'since'>,
): Promise<void> {
  const read = readIn(connection, pbx.container);
  // Hung up a moment ago, a caller may still be on its way into the spool.
  const { seen } = await pollUntil(
    () => lookAtSpool(read, since),
    ({ recording }) => !recording,
    { clock, within: STORED_WITHIN },
  );
  const channels = lines.map(({ line }) => `SIP/${line.extension}-`);
  const own = seen.fresh.filter(
    ({ sound, fields }) =>
      (sound !== null && whoseVoice(sound, voices) !== null) ||
      channels.some((channel) => fields?.callerchan?.startsWith(channel)),
  );
  await removeMessages(runIn(connection, pbx.container), own);
}
