import { type GuestExec, isRunning, startGuest } from '../../adapters/docker/guest/guest-exec.ts';
import { hangUp } from '../../adapters/docker/guest/hang-up.ts';
import { pollUntil } from '../../base/poll-until.ts';
import { failureTold, type GateHall, planOf, type Stay, tellGuest, VISIT } from './gate-hall.ts';

/** An engine says a moment later what it has ended, and that its container is gone (ms). */
const KNOWN_WITHIN = 2_000;

/** How a container's end ends what runs in it (SIGKILL, SIGTERM); a student's `kill` does the same. */
const ENDED = [137, 143];

/** A root shell, or one command, in a team's PBX; `closing` ends it. Returns its exit status. */
export async function pbxVisit(hall: GateHall, stay: Stay, closing: AbortSignal): Promise<number> {
  const { connection } = hall;
  const { account, mark, visit } = stay;
  const { plan, running } = await planOf(hall, account);
  const { container } = plan.pbx;
  if (!running.includes(container)) {
    tellGuest(hall, stay, { about: 'not-up', team: account.team });
    return VISIT.missing;
  }
  const { command, terminal } = visit;
  const words = command === null ? ['bash', '-l'] : ['bash', '-c', command];
  const guest = await startGuest(connection, { container, command: words, mark, terminal });
  visit.onResize((size) => void guest.resize(size));
  const over = AbortSignal.any([visit.gone, closing]);
  await guest.pass(visit, over);
  if (over.aborted) {
    tellGuest(hall, stay, { about: 'gate-closes' });
    // A container that is gone has nothing left to end.
    await hangUp(connection, { container, mark }).catch(() => undefined);
    return VISIT.hungUp;
  }
  return ending(hall, stay, { guest, container });
}

async function ending(
  hall: GateHall,
  stay: Stay,
  { guest, container }: { readonly guest: GuestExec; readonly container: string },
): Promise<number> {
  const { bench, connection } = hall;
  const { team } = stay.account;
  try {
    const look = async () => ({
      status: await guest.status(),
      stands: await isRunning(connection, container),
    });
    const { seen } = await pollUntil(
      look,
      ({ status, stands }) => !stands || (status !== null && !ENDED.includes(status)),
      { clock: bench.clock, within: KNOWN_WITHIN },
    );
    if (!seen.stands) {
      tellGuest(hall, stay, { about: 'taken-down', team });
      return VISIT.hungUp;
    }
    // A line to the engine that broke, while the command goes on: nobody hears it any more.
    if (seen.status === null) await hangUp(connection, { container, mark: stay.mark });
    return seen.status ?? VISIT.hungUp;
  } catch (error) {
    tellGuest(hall, stay, failureTold(error));
    return VISIT.missing;
  }
}
