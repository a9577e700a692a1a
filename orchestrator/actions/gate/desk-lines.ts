import { calls } from '../../adapters/softphone/call-control.ts';
import { accounts } from '../../adapters/softphone/register.ts';
import type { PhoneEvent } from '../../model/calls/phone-event.ts';
import { sipUser } from '../../model/calls/sip-user.ts';
import { eventsOf } from '../../model/calls/timeline.ts';
import type { DeskLine } from '../../model/gate/phone-desk.ts';
import type { StationPlan, TeamPlan } from '../../model/numbering/team-plan.ts';
import { type OpenPhone, type OpenPhones, openPhones } from '../phones/open-phones.ts';
import { stationCommand } from '../phones/phone-words.ts';
import { type LineAccount, useStation } from '../phones/use-station.ts';
import { withTeamLock } from '../with-team-lock.ts';
import type { GateHall } from './gate-hall.ts';

/** Whose softphone somebody sits at. */
export interface DeskPlace {
  readonly plan: TeamPlan;
  readonly station: StationPlan;
}

/** A check or another verb that is at the team's softphones has them for seconds, not for long (ms). */
const PATIENCE = 15_000;

/** A line that somebody else took tells nothing of it: asked something, it turns out to be gone (ms). */
const ASK_EVERY = 3_000;

/**
 * Takes the lines of a station in hand while nobody else is at the team. Whoever opens them later (a
 * check, `lab phone`) takes them over: a softphone serves one hand at a time.
 */
export function takeLines(hall: GateHall, { plan, station }: DeskPlace): Promise<OpenPhones> {
  return locked(hall, plan, () => openPhones(access(hall), station));
}

/** Gives a station other accounts, as `lab phone … use` does. Its lines must not be in hand. */
export function useAccounts(
  hall: GateHall,
  { plan, station }: DeskPlace,
  words: readonly string[],
): Promise<readonly LineAccount[]> {
  const command = stationCommand(['use', ...words]);
  return locked(hall, plan, () => useStation(access(hall), plan, { station, command }));
}

/** Tells how a line is, now and after whatever happens to it, until the line is lost or given up. */
export async function followLine(
  { client, line: { slot } }: OpenPhone,
  hear: (line: DeskLine, events: readonly PhoneEvent[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const any = (event: PhoneEvent): event is PhoneEvent => event.type !== 'unknown';
  const look = async (): Promise<DeskLine> => {
    const [account] = await accounts(client);
    return {
      slot,
      extension: account === undefined ? null : sipUser(account.address),
      registered: account?.registration === 'registered',
      calls: await calls(client),
    };
  };
  let seen = client.mark;
  hear(await look(), []);
  while (!signal.aborted) {
    await client.watchFor(any, { since: seen, within: ASK_EVERY, signal });
    const events = eventsOf(client.timeline.slice(seen));
    seen = client.mark;
    hear(await look(), events);
  }
}

function access({ connection, bench }: GateHall) {
  return { connection, clock: bench.clock };
}

function locked<T>(
  { bench, connection, prefix }: GateHall,
  { team }: TeamPlan,
  work: () => Promise<T>,
): Promise<T> {
  const claim = { connection, prefix, team, verb: 'gate', patience: PATIENCE };
  return withTeamLock(bench, claim, work);
}
