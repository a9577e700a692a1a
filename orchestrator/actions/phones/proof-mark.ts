import type { Connection } from '../../adapters/docker/connection.ts';
import { exec } from '../../adapters/docker/exec.ts';
import type { StationPlan } from '../../model/numbering/team-plan.ts';

/**
 * A station keeps this file from its first proven call until it is made anew. Without it, an `up`
 * that was killed before or during its calls would pass for a finished one.
 */
const markOf = ({ lines }: StationPlan) => `/lines/${lines[0]?.slot ?? 1}/proven`;

/** True when the calls of these stations were proven since the stations were made. */
export async function areProven(
  connection: Connection,
  stations: readonly StationPlan[],
): Promise<boolean> {
  const marks = stations.map(async (station) => {
    const command = ['test', '-e', markOf(station)];
    return (await exec(connection, { container: station.container, command })).code === 0;
  });
  return (await Promise.all(marks)).every(Boolean);
}

/** Remembers in the stations themselves that their calls were proven. */
export async function markProven(
  connection: Connection,
  stations: readonly StationPlan[],
): Promise<void> {
  const marks = stations.map((station) =>
    exec(connection, { container: station.container, command: ['touch', markOf(station)] }),
  );
  await Promise.all(marks);
}
