import type { Connection } from '../../../adapters/docker/connection.ts';
import { engineTime } from '../../../adapters/docker/rooms/engine-time.ts';
import { takeCapture } from '../../../adapters/docker/rooms/room-capture.ts';
import { type CallLog, followCalls, readCallLog } from '../../../adapters/pbx/call-log.ts';
import type { Clock } from '../../../base/clock.ts';
import { LabError } from '../../../base/lab-error.ts';
import { firstPacketTime } from '../../../model/ladder/capture-format.ts';
import type { Layout } from '../../../model/numbering/layout.ts';
import type { RoomNames } from '../../../model/numbering/names.ts';
import type { TeamPlan } from '../../../model/numbering/team-plan.ts';
import type { HeardSound, RoomRecord, SpoolMessage } from '../../../model/proof/room-record.ts';
import { type Message, placeText } from '../../../model/voicemail/message.ts';
import { runIn } from '../../run-in.ts';
import { dissectRoom } from './dissect-room.ts';

/** The room to record, and what its record is made with. */
export interface RoomPlace {
  readonly connection: Connection;
  readonly clock: Clock;
  /** The image that dissects. */
  readonly image: string;
  readonly holder: string;
  readonly plan: TeamPlan;
  readonly names: RoomNames;
  readonly layout: Layout;
}

/** Takes in what happens in one clean room, beside its checks. */
export interface RoomRecorder {
  /** Is given what a line heard from a moment of our clock on. */
  readonly heard: (extension: string, since: number, samples: Int16Array) => void;
  readonly left: (messages: readonly Message[]) => void;
  /** Ends it, while the room is still there. */
  readonly finish: () => Promise<TakenRecord>;
}

/** What was recorded of a room. Whatever could not be is away from it: no check depends on it. */
export interface TakenRecord {
  /** Turns a moment of our clock into one of the engine's: seconds since 1970. */
  readonly timeOf: (moment: number) => number;
  /** Dissecting goes on when the room is gone. */
  readonly record: Promise<RoomRecord>;
}

/** Begins to record a room that has just been opened. */
export function recordRoom(place: RoomPlace): RoomRecorder {
  const { connection, plan, names } = place;
  const run = runIn(connection, plan.pbx.container);
  const following = orElse(followCalls(run), undefined);
  const asking = readClocks(place);
  // A room whose checks can't even run is never asked for these.
  for (const work of [following, asking]) work.catch(() => undefined);
  const sounds: HeardSound[] = [];
  const messages: SpoolMessage[] = [];
  return {
    heard: (extension, since, samples) => {
      sounds.push({ extension, time: since, samples: samples.slice() });
    },
    left: (found) => {
      messages.push(...found.map(spoolMessage));
    },
    finish: async () => {
      const [capture, log, early, late] = await Promise.all([
        orElse(takeCapture(connection, names.net), Buffer.alloc(0)),
        following.then(() => orElse<CallLog>(readCallLog(run), { boot: [], log: [] })),
        asking,
        readClocks(place),
      ]);
      const { apart } = quickest([early, late]);
      const timeOf = (moment: number) => moment / 1000 + apart;
      const heard = sounds.map((sound) => ({ ...sound, time: timeOf(sound.time) }));
      const captured = firstPacketTime(capture);
      const dissecting =
        captured === null ? Promise.resolve(null) : orElse(dissectRoom(place, capture), null);
      const rest = { ...log, captured: captured ?? 0, heard, messages };
      return { timeOf, record: dissecting.then((ladder) => ({ ladder, ...rest })) };
    },
  };
}

/** How far the engine's clock (seconds since 1970) is from ours (ms), and how long the answer took. */
interface ClockAnswer {
  readonly apart: number;
  readonly took: number;
}

async function readClocks(place: RoomPlace): Promise<ClockAnswer> {
  const once = () => readClocksOnce(place);
  return quickest([await once(), await once(), await once()]);
}

function quickest(answers: readonly [ClockAnswer, ...ClockAnswer[]]): ClockAnswer {
  return answers.reduce((one, other) => (other.took < one.took ? other : one));
}

async function readClocksOnce({ connection, clock }: RoomPlace): Promise<ClockAnswer> {
  const asked = clock.now();
  const time = await orElse(engineTime(connection), null);
  // The engine looks at its clock first, and at everything else that it tells us after that.
  const took = time === null ? Number.POSITIVE_INFINITY : clock.now() - asked;
  return { apart: (time ?? clock.date().getTime() / 1000) - asked / 1000, took };
}

function spoolMessage({ fields, text, sound, ...place }: Message): SpoolMessage {
  const [, caller = null] = /^SIP\/(.+)-[^-]+$/.exec(fields?.callerchan ?? '') ?? [];
  const time = Number(fields?.origtime);
  return {
    ...{ path: placeText(place), text: text ?? '', sound, caller, mailbox: place.mailbox },
    time: Number.isNaN(time) ? null : time,
  };
}

/** Trouble of the engine costs a record, not a grading. */
async function orElse<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof LabError) return otherwise;
    throw error;
  }
}
