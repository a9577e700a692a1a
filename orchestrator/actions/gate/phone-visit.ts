import { containerEnd, isRunning } from '../../adapters/docker/guest/guest-exec.ts';
import type { GuestVisit } from '../../adapters/ssh/guest-visit.ts';
import { gateNameOf } from '../../model/gate/gate-account.ts';
import {
  type DeskNews,
  keysOf,
  type PhoneDesk,
  phoneDesk,
  press,
  withNews,
} from '../../model/gate/phone-desk.ts';
import type { DeskPlace } from './desk-lines.ts';
import { type GateHall, planOf, type Stay, tellGuest, VISIT } from './gate-hall.ts';
import { handOf } from './phone-hand.ts';

/** The other screen of a terminal, so that what was on it is there again afterwards; and no cursor. */
const ENTER_SCREEN = '\u001b[?1049h\u001b[?25l';
const LEAVE_SCREEN = '\u001b[?25h\u001b[?1049l';
const HOME = '\u001b[H';
const CLEAR_LINE = '\u001b[K';
const CLEAR_BELOW = '\u001b[J';
const BELL = '\u0007';

/** The menu of a team's softphone, until it is left, `closing` ends it or the team goes. */
export async function phoneVisit(
  hall: GateHall,
  stay: Stay,
  closing: AbortSignal,
): Promise<number> {
  const { account, visit } = stay;
  const { plan, running } = await planOf(hall, account);
  const station = plan.stations.find(({ name }) => name === account.station);
  const told =
    station === undefined
      ? { about: 'station-unknown' as const, known: plan.stations.map(({ name }) => name) }
      : visit.terminal === null || visit.command !== null
        ? { about: 'terminal-missing' as const, name: gateNameOf(account) }
        : running.includes(station.container)
          ? null
          : { about: 'not-up' as const, team: account.team };
  if (station === undefined || told !== null) {
    if (told !== null) tellGuest(hall, stay, told);
    return told?.about === 'not-up' ? VISIT.missing : VISIT.wrong;
  }
  const left = new AbortController();
  const over = AbortSignal.any([visit.gone, closing, left.signal]);
  const leave = () => left.abort();
  // Whoever has the lines by then, the end of the station is the end of the visit.
  containerEnd(hall.connection, station.container, over).then(leave, leave);
  visit.output.write(ENTER_SCREEN);
  try {
    await sitDown(hall, stay, { plan, station }, { over, leave });
  } finally {
    visit.output.write(LEAVE_SCREEN);
  }
  if (!(await isRunning(hall.connection, station.container))) {
    tellGuest(hall, stay, { about: 'taken-down', team: account.team });
    return VISIT.hungUp;
  }
  if (closing.aborted) tellGuest(hall, stay, { about: 'gate-closes' });
  return left.signal.aborted ? 0 : VISIT.hungUp;
}

/** What tells a visit that it is over, and what ends it. */
interface Leaving {
  readonly over: AbortSignal;
  readonly leave: () => void;
}

/** No more wishes wait than somebody can mean: what a program types at a menu is dropped. */
const MOST_WISHES = 8;

/** Draws, reads keys and does what they ask for, one wish after the other, until it is over. */
async function sitDown(
  hall: GateHall,
  { account: { team, tongue }, visit }: Stay,
  place: DeskPlace,
  { over, leave }: Leaving,
): Promise<void> {
  const first = phoneDesk({ team, station: place.station.name, tongue });
  const screen = deskOnScreen(hall, first, { visit, over });
  const hand = handOf(hall, place, { over, leave, ...screen });
  const faults: unknown[] = [];
  let waiting = 0;
  let doing = Promise.resolve();
  const next = (work: () => Promise<void>) => {
    waiting += 1;
    doing = doing
      .then(() => (over.aborted ? undefined : work()))
      .catch((error: unknown) => {
        faults.push(error);
        leave();
      })
      .finally(() => {
        waiting -= 1;
      });
  };
  next(hand.open);
  visit.input.on('data', (bytes: Buffer) => {
    let desk = screen.desk();
    for (const key of keysOf(bytes.toString())) {
      const { desk: pressed, wish } = press(desk, key);
      desk = pressed;
      // Leaving waits for nothing that is under way.
      if (wish?.do === 'quit') leave();
      else if (wish !== null && waiting < MOST_WISHES) next(() => hand.grant(wish));
    }
    screen.show(desk);
  });
  visit.input.once('end', leave);
  await new Promise<void>((resolve) => {
    if (over.aborted) resolve();
    over.addEventListener('abort', () => resolve(), { once: true });
  });
  await doing;
  await hand.letGo();
  if (faults.length > 0) throw faults[0];
}

interface Screen {
  readonly desk: () => PhoneDesk;
  readonly show: (desk: PhoneDesk) => void;
  readonly news: (line: string, what: DeskNews) => void;
}

/** The menu on somebody's terminal, drawn anew with every change, as fast as it is read and no faster. */
function deskOnScreen(
  hall: GateHall,
  first: PhoneDesk,
  { visit, over }: { readonly visit: GuestVisit; readonly over: AbortSignal },
): Screen {
  let desk = first;
  let columns = visit.terminal?.columns ?? 80;
  const draw = (bell = '') => {
    if (over.aborted || visit.output.writableNeedDrain) return;
    const rows = hall.words.screen(desk, columns).map((row) => `${row}${CLEAR_LINE}`);
    visit.output.write(`${HOME}${rows.join('\r\n')}${CLEAR_BELOW}${bell}`);
  };
  const show = (next: PhoneDesk, bell?: string) => {
    desk = next;
    draw(bell);
  };
  visit.output.on('drain', () => draw());
  visit.onResize((size) => {
    columns = size.columns;
    draw();
  });
  const news = (line: string, what: DeskNews) => {
    const told = withNews(desk, line, hall.bench.clock.date(), what);
    show(told, what.about === 'incoming' ? BELL : '');
  };
  return { desk: () => desk, show: (next) => show(next), news };
}
