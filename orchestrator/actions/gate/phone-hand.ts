import { isRunning } from '../../adapters/docker/guest/guest-exec.ts';
import { answer, dial, hangUp, sendDigits } from '../../adapters/softphone/call-control.ts';
import { LabError, labError } from '../../base/lab-error.ts';
import {
  type DeskNews,
  type DeskWish,
  deskNews,
  type PhoneDesk,
  withLine,
} from '../../model/gate/phone-desk.ts';
import type { OpenPhone, OpenPhones } from '../phones/open-phones.ts';
import { type DeskPlace, followLine, takeLines, useAccounts } from './desk-lines.ts';
import type { GateHall } from './gate-hall.ts';

/** The screen that a hand's doings are shown on, and the end of it all. */
export interface Desk {
  readonly over: AbortSignal;
  readonly leave: () => void;
  readonly desk: () => PhoneDesk;
  readonly show: (desk: PhoneDesk) => void;
  readonly news: (line: string, what: DeskNews) => void;
}

/** Somebody's hand at a softphone. Whatever fails is shown on the screen. */
export interface PhoneHand {
  readonly open: () => Promise<void>;
  readonly grant: (wish: DeskWish) => Promise<void>;
  readonly letGo: () => Promise<void>;
}

/** The hand at a softphone: takes its lines, does with them what is asked, notices when they are lost. */
export function handOf(hall: GateHall, place: DeskPlace, desk: Desk): PhoneHand {
  const lines = linesInHand(hall, place, desk);
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      const now = desk.desk();
      const name = now.lines[now.chosen]?.extension ?? place.station.name;
      if (!lines.held()) desk.show({ ...now, state: 'away' });
      if (error instanceof LabError) desk.news(name, { about: 'problem', problem: error.problem });
      else throw error;
    }
  };
  const open = () => attempt(lines.take);
  const use = async (words: readonly string[]) => {
    await lines.letGo();
    desk.show({ ...desk.desk(), state: 'opening', lines: [], chosen: 0 });
    try {
      for (const { extension, registered, status, slot } of await useAccounts(hall, place, words)) {
        const line = extension ?? String(slot);
        if (registered) desk.news(line, { about: 'registered' });
        else if (extension !== null) desk.news(line, { about: 'unregistered', reason: status });
      }
    } finally {
      if (!desk.over.aborted) await open();
    }
  };
  const grant = async (wish: DeskWish) => {
    if (wish.do === 'use') await use(wish.words);
    else if (wish.do === 'open') await lines.take();
    else if (wish.do !== 'quit') await press(lines.chosen(), wish, desk);
  };
  return { open, letGo: lines.letGo, grant: (wish) => attempt(() => grant(wish)) };
}

type Press = Extract<DeskWish, { readonly do: 'dial' | 'answer' | 'hangup' | 'send' }>;

async function press({ client }: OpenPhone, wish: Press, { news }: Desk): Promise<unknown> {
  switch (wish.do) {
    case 'dial':
      if (!/^[0-9*#+]+$/.test(wish.number)) throw labError('keys-unknown', { keys: wish.number });
      return dial(client, wish.number);
    case 'answer':
      return answer(client);
    case 'hangup':
      return hangUp(client);
    default:
      await sendDigits(client, wish.digits);
      return news(client.line, { about: 'keys', digits: wish.digits });
  }
}

/** The lines of a softphone, in hand or not, each followed while it is. */
function linesInHand(hall: GateHall, place: DeskPlace, { leave, desk, show, news }: Desk) {
  let held: { readonly phones: OpenPhones; readonly given: AbortController } | null = null;
  const letGo = async () => {
    const before = held;
    held = null;
    before?.given.abort();
    await before?.phones[Symbol.asyncDispose]();
  };
  const lost = async () => {
    await letGo();
    // A station that is gone is the end of the visit; one that is there has somebody else at it.
    if (await isRunning(hall.connection, place.station.container)) {
      show({ ...desk(), state: 'away' });
    } else leave();
  };
  const follow = (phone: OpenPhone, signal: AbortSignal) =>
    followLine(
      phone,
      (line, events) => {
        show(withLine(desk(), line));
        for (const what of events.map(deskNews))
          if (what !== null) news(line.extension ?? String(line.slot), what);
      },
      signal,
    ).catch(async () => {
      if (!signal.aborted) await lost().catch(leave);
    });
  return {
    letGo,
    held: () => held !== null,
    chosen: (): OpenPhone => {
      const phone = held?.phones.phones[desk().chosen];
      if (phone !== undefined) return phone;
      throw labError('softphone-gone', { line: place.station.name, timeline: '-' });
    },
    take: async () => {
      show({ ...desk(), state: 'opening' });
      const given = new AbortController();
      const phones = await takeLines(hall, place);
      held = { phones, given };
      show({ ...desk(), state: 'open' });
      for (const phone of phones.phones) void follow(phone, given.signal);
    },
  };
}
