import type { Connection } from '../../adapters/docker/connection.ts';
import { exec, execPipe } from '../../adapters/docker/exec.ts';
import { calls } from '../../adapters/softphone/call-control.ts';
import { endCalls } from '../../adapters/softphone/dialogues/phone.ts';
import { LineClient } from '../../adapters/softphone/line-client.ts';
import { accounts, register } from '../../adapters/softphone/register.ts';
import type { Clock } from '../../base/clock.ts';
import { LabError, labError } from '../../base/lab-error.ts';
import type { LinePlan, StationPlan } from '../../model/numbering/team-plan.ts';
import { rememberAccount } from './account-memory.ts';
import { type HeldLine, LET_GO, letGoOfLines, PRINT_HELD, readHeld } from './held-lines.ts';

/** One softphone with its control connection open, and where it is. */
export interface OpenPhone extends AsyncDisposable {
  readonly client: LineClient;
  readonly station: StationPlan;
  readonly line: LinePlan;
}

/** What is needed to reach the softphones of a team. */
export interface PhoneAccess {
  readonly connection: Connection;
  readonly clock: Clock;
  /** Is given what a line heard from a moment of that clock on, once nobody listens to it any more. */
  readonly heard?: ((line: string, since: number, samples: Int16Array) => void) | undefined;
}

/**
 * Makes sure that every line of a station runs, and waits until each one listens. Lines that a killed
 * run had in hand are put right first, and returned: their calls end, they get back their accounts.
 */
export async function startLines(
  access: PhoneAccess,
  station: StationPlan,
): Promise<readonly HeldLine[]> {
  const slots = station.lines.map(({ slot }) => String(slot));
  const start = 'for slot in "$@"; do line start "$slot" || exit; done';
  const printed = await inStation(access, station, `${start}\n${PRINT_HELD}`, slots);
  const held = readHeld(station, printed);
  if (held.length === 0) return [];
  await Promise.all(held.map((line) => giveBack(access, station, line)));
  await letGoOfLines(access, station);
  return held;
}

/** Ends every line of a station, whatever it is at and whoever holds it, and starts another in its place. */
export async function renewLines(access: PhoneAccess, station: StationPlan): Promise<void> {
  const slots = station.lines.map(({ slot }) => String(slot));
  const renew = 'for slot in "$@"; do line stop "$slot" && line start "$slot" || exit; done';
  await inStation(access, station, `${renew}\n${LET_GO}`, slots);
}

async function giveBack(
  access: PhoneAccess,
  station: StationPlan,
  { line, account }: HeldLine,
): Promise<void> {
  const found = await openPhone(access, station, line);
  // Hung up, so that the exchange knows: what is recorded of a phone that vanished comes late.
  await asFarAsItGoes(endCalls(found.client));
  await found[Symbol.asyncDispose]();
  await using phone = await openPhone(access, station, line, 'anew');
  if (account === null) return;
  // An exchange that refuses, or says nothing, is not the line's fault: it goes on trying.
  await asFarAsItGoes(register(phone.client, account));
  // Not before: the softphone that was ended took the memory of its account with it.
  await rememberAccount(access, station, line, account);
}

async function asFarAsItGoes(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
  }
}

async function inStation(
  { connection }: PhoneAccess,
  { container, name }: StationPlan,
  script: string,
  slots: readonly string[],
): Promise<string> {
  const command = ['sh', '-c', script, 'line', ...slots];
  const { code, stdout } = await exec(connection, { container, command });
  if (code !== 0) throw labError('softphone-dead', { station: name, said: stdout.trim() });
  return stdout;
}

/** What to do before a line's control connection is opened, as a shell says it. */
const FIRST = {
  /** The softphone runs, or there is no connection. */
  'as-it-is': '',
  /** It is started unless it runs. */
  running: 'line start "$1" >&2 &&',
  /** It is ended, and another one started in its place. */
  anew: 'line stop "$1" && line start "$1" >&2 &&',
} as const;

/** Opens the control connection of one line; disposing closes it and leaves the softphone alone. */
export async function openPhone(
  { connection, clock }: PhoneAccess,
  station: StationPlan,
  line: LinePlan,
  which: keyof typeof FIRST = 'as-it-is',
): Promise<OpenPhone> {
  const script = `${FIRST[which]} exec line control "$1"`;
  const command = ['sh', '-c', script, 'line', String(line.slot)];
  const stream = await execPipe(connection, { container: station.container, command });
  const client = new LineClient(stream, { line: line.extension, clock });
  return { client, station, line, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
}

/**
 * Opens every line of the given stations as a softphone fresh out of its box: no account, no call.
 * One that has any is ended, `stop` at once or `quit` after telling the exchange, and started anew:
 * taking an account away from a running baresip 1.0 (`uadel`) crashes it now and then.
 */
export async function openEmptyPhones(
  access: PhoneAccess,
  stations: readonly StationPlan[],
  ending: 'stop' | 'quit',
): Promise<OpenPhones> {
  await Promise.all(stations.map((station) => startLines(access, station)));
  const lines = stations.flatMap((station) => station.lines.map((line) => ({ station, line })));
  return together(
    lines.map(async ({ station, line }) => {
      const phone = await openPhone(access, station, line);
      if (await isEmpty(phone.client)) return phone;
      await phone[Symbol.asyncDispose]();
      const script = `line ${ending} "$1" && line start "$1"`;
      await inStation(access, station, script, [String(line.slot)]);
      return openPhone(access, station, line);
    }),
  );
}

/** A softphone that can't even say what it has is as good as taken. */
async function isEmpty(client: LineClient): Promise<boolean> {
  try {
    return (await accounts(client)).length + (await calls(client)).length === 0;
  } catch (error) {
    if (error instanceof LabError) return false;
    throw error;
  }
}

/** Opens every line of a station as it is. */
export async function openPhones(access: PhoneAccess, station: StationPlan): Promise<OpenPhones> {
  await startLines(access, station);
  return together(station.lines.map((line) => openPhone(access, station, line)));
}

/** Waits for all of them; when one can't be opened, none is left open. */
async function together(opening: readonly Promise<OpenPhone>[]): Promise<OpenPhones> {
  const opened = await Promise.allSettled(opening);
  const phones = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const dispose = async () => {
    await Promise.all(phones.map((phone) => phone[Symbol.asyncDispose]()));
  };
  const failed = opened.find((one) => one.status === 'rejected');
  if (failed !== undefined) {
    await dispose();
    throw failed.reason;
  }
  return { phones, [Symbol.asyncDispose]: dispose };
}

/** Several softphones, to be closed together. */
export interface OpenPhones extends AsyncDisposable {
  readonly phones: readonly OpenPhone[];
}
