import type { Connection } from '../../adapters/docker/connection.ts';
import { exec, execPipe } from '../../adapters/docker/exec.ts';
import { LineClient } from '../../adapters/softphone/line-client.ts';
import type { Clock } from '../../base/clock.ts';
import { labError } from '../../base/lab-error.ts';
import type { LinePlan, StationPlan } from '../../model/numbering/team-plan.ts';

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
}

/** Makes sure that every line of a station runs, and waits until each one listens. */
export async function startLines(
  { connection }: PhoneAccess,
  { container, lines, name }: StationPlan,
): Promise<void> {
  const slots = lines.map(({ slot }) => String(slot));
  const script = 'for slot in "$@"; do line start "$slot" || exit; done';
  const { code, stdout } = await exec(connection, {
    container,
    command: ['sh', '-c', script, 'start', ...slots],
  });
  if (code !== 0) throw labError('softphone-dead', { station: name, said: stdout.trim() });
}

/** Opens the control connection of one line; disposing closes it and leaves the softphone alone. */
export async function openPhone(
  { connection, clock }: PhoneAccess,
  station: StationPlan,
  line: LinePlan,
): Promise<OpenPhone> {
  const command = ['line', 'control', String(line.slot)];
  const stream = await execPipe(connection, { container: station.container, command });
  const client = new LineClient(stream, { line: line.extension, clock });
  return { client, station, line, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
}

/** Opens every line of the given stations, after making sure that they run. */
export async function openPhones(
  access: PhoneAccess,
  stations: readonly StationPlan[],
): Promise<OpenPhones> {
  await Promise.all(stations.map((station) => startLines(access, station)));
  const opened = await Promise.allSettled(
    stations.flatMap((station) => station.lines.map((line) => openPhone(access, station, line))),
  );
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
