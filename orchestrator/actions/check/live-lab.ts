import { deadline } from '../../adapters/softphone/deadline.ts';
import { seededRandom } from '../../model/audio/seeded-random.ts';
import { type StationPlan, type TeamPlan, usersOf } from '../../model/numbering/team-plan.ts';
import { accountLine } from '../../model/rendering/account-line.ts';
import type { Templates } from '../../model/rendering/fill-template.ts';
import type { Message } from '../../model/voicemail/message.ts';
import { holdLines, letGoOfLines } from '../phones/held-lines.ts';
import { type PhoneAccess, startLines } from '../phones/open-phones.ts';
import { LiveLine } from './live-line.ts';
import { type Entry, enter, takeMessagesBack } from './run-in-spool.ts';
import { putVoices, voiceNames } from './voices/voice-files.ts';
import { makeVoices, type Voices } from './voices/voices.ts';

/** How long the exchanges of other teams are waited for: one that doesn't boot delays nobody else (ms). */
const BOOTED_WITHIN = 3_000;

/** A team's lab while it is checked: its lines in our hands, the voices of this run. */
export interface LiveLab extends AsyncDisposable {
  readonly plan: TeamPlan;
  readonly access: PhoneAccess;
  readonly templates: Templates;
  readonly lines: readonly LiveLine[];
  readonly inUse: ReadonlyMap<string, string>;
  readonly voices: Voices;
  /**
   * Done when the run is entered in the spool and its calls would neither be disturbed by what else is
   * being made nor disturb it: nothing of the run is in the spool before.
   */
  readonly calm: Promise<void>;
  /** Done when the stations have the voices of their lines. */
  readonly voicesThere: Promise<unknown>;
  readonly random: () => number;
  /** The PBX's clock when the run was entered, in seconds since 1970: nothing of the run is older. */
  readonly since: () => number;
  /** The PBX's clock now. */
  readonly pbxNow: () => number;
}

/** Whose lab to take in hand, and how to leave it. */
export interface LiveRequest {
  readonly plan: TeamPlan;
  readonly templates: Templates;
  readonly seed: number;
  /**
   * `as-found`: lines get the accounts back that they had. `planned`: they keep the plan's.
   * `to-nobody`: nobody else has this lab, neither before nor after; lines stay as they are.
   */
  readonly leave: 'as-found' | 'planned' | 'to-nobody';
  /**
   * The stations were made just now, perhaps beside those of other teams: nobody has used them, and
   * calls wait until nothing more is made.
   */
  readonly justMade?: boolean | undefined;
  /** Is given the messages of this run before they are taken out of the spool. */
  readonly left?: ((messages: readonly Message[]) => void) | undefined;
}

/**
 * Takes a team's lines in hand. Disposing takes the messages of this run out of the spool, gives the
 * lines back their accounts and lets go of them; a station in use is left alone. A run that is killed
 * leaves marks at its lines and in the spool, and whoever opens these next does all that for it.
 */
export async function openLiveLab(access: PhoneAccess, request: LiveRequest): Promise<LiveLab> {
  const { plan, templates, seed, leave, justMade = false } = request;
  const random = seededRandom(seed);
  const voices = makeVoices(random, voiceNames(plan));
  let entry: Entry = { runs: [], since: 0, at: access.clock.now() };
  const taking = takeLines(access, plan, justMade || leave === 'to-nobody');
  const beforehand = justMade ? Promise.all([taking, othersMade(access)]) : Promise.resolve();
  const calm = beforehand.then(async () => {
    entry = await enter(access, plan, seed);
  });
  // Whoever needs calm waits for it, and hears of a failure.
  calm.catch(() => undefined);
  const { lines, left } = await taking;
  const letGo = () => Promise.all(lines.map((line) => line[Symbol.asyncDispose]()));
  const busy = lines.filter((line) => line.busy).map(({ station }) => station.name);
  const inUse = new Map(
    lines
      .filter(({ station }) => busy.includes(station.name))
      .map(({ line, station }) => [line.extension, station.name]),
  );
  const free = lines.filter(({ station }) => !busy.includes(station.name));
  const held = calm.then(() => hold(access, plan, free, leave));
  // Voices not sooner: making them would slow a booting Asterisk down.
  const put = (station: StationPlan) => calm.then(() => putVoices(access, station, voices));
  const voicesThere = Promise.all([held, ...plan.stations.map(put)]);
  // Whoever needs a voice waits for it, and hears of a failure; a lab without calls needs none.
  voicesThere.catch(() => undefined);
  try {
    // A run that can't be entered is not begun. Beside other teams that are made, whoever calls hears of it.
    if (!justMade) await calm;
    // Lines that will have another account in the end must not change before that is written down.
    if (leave === 'as-found') await held;
  } catch (error) {
    await letGo();
    throw error;
  }
  const own = free.map(({ line }) => line.extension);
  const messages = { ...{ voices, left, own }, tell: request.left };
  return {
    ...{ plan, access, templates, lines, inUse, voices, calm, voicesThere, random },
    since: () => entry.since,
    pbxNow: () => entry.since + (access.clock.now() - entry.at) / 1000,
    [Symbol.asyncDispose]: async () => {
      try {
        await voicesThere.catch(() => undefined);
        // What can't be put back keeps nothing else from it.
        const back = await Promise.allSettled([
          takeMessagesBack(access, plan, { ...messages, ...entry }),
          giveLinesBack(access, plan, free, leave),
        ]);
        for (const one of back) if (one.status === 'rejected') throw one.reason;
      } finally {
        await letGo();
      }
    },
  };
}

/** Done when what is being made beside this team is there and its exchanges answer, as far as they do soon. */
async function othersMade({ connection: { budget }, clock }: PhoneAccess): Promise<void> {
  await budget.quiet();
  await deadline(budget.booted(), BOOTED_WITHIN, { clock });
}

/** Takes every line; `left` are the extensions of those that a killed run had still: of `ours` none. */
async function takeLines(access: PhoneAccess, plan: TeamPlan, areOurs: boolean) {
  const planned = (extension: string) => plannedAccount(plan, extension);
  const starting = plan.stations.map(async (station) =>
    areOurs ? [] : startLines(access, station),
  );
  const opening = plan.stations.flatMap((station, index) =>
    station.lines.map(async (line) => {
      await starting[index];
      return LiveLine.open(access, { station, line }, { planned, areOurs });
    }),
  );
  const opened = await Promise.allSettled(opening);
  const lines = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = opened.find((one) => one.status === 'rejected');
  if (failed === undefined) {
    const held = (await Promise.all(starting)).flat();
    return { lines, left: held.map(({ line }) => line.extension) };
  }
  await Promise.all(lines.map((line) => line[Symbol.asyncDispose]()));
  throw failed.reason;
}

function plannedAccount(plan: TeamPlan, extension: string): string | null {
  const user = usersOf(plan).find((candidate) => candidate.extension === extension);
  return user === undefined ? null : accountLine(user, plan.pbx.address);
}

/** Leaves word at the lines which account each is to have in the end, for whoever has them next. */
async function hold(
  access: PhoneAccess,
  plan: TeamPlan,
  lines: readonly LiveLine[],
  leave: LiveRequest['leave'],
): Promise<void> {
  if (leave === 'to-nobody') return;
  const held = lines.map(({ station, line, had }) => {
    const account = leave === 'as-found' ? had : plannedAccount(plan, line.extension);
    return { station, line, account };
  });
  await Promise.all(
    plan.stations.map((station) => {
      const own = held.filter((line) => line.station === station);
      return holdLines(access, station, own);
    }),
  );
}

async function giveLinesBack(
  access: PhoneAccess,
  plan: TeamPlan,
  lines: readonly LiveLine[],
  leave: LiveRequest['leave'],
): Promise<void> {
  if (leave === 'to-nobody') return;
  // A Ctrl-C calls the checks off, not the tidying up.
  const tidy = new AbortController().signal;
  if (leave === 'as-found') await Promise.all(lines.map((line) => line.giveBack(tidy)));
  await Promise.all(plan.stations.map((station) => letGoOfLines(access, station)));
}
