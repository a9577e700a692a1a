import type { Connection } from '../../adapters/docker/connection.ts';
import { exec } from '../../adapters/docker/exec.ts';
import type { StationPlan } from '../../model/numbering/team-plan.ts';
import { NONE_HELD } from './held-lines.ts';

/**
 * A station keeps this file from its first passed checks until it is made anew. Without it, an `up`
 * that was killed before or during its checks would pass for a finished one. It says which processes
 * the lines were (pid and start time): the PBX believes in a softphone long after it died.
 */
const markOf = ({ lines }: StationPlan) => `/lines/${lines[0]?.slot ?? 1}/proven`;

/** Prints a line for each living softphone process of a station. */
const LIVING = 'for pid in $(cat /lines/*/pid); do cut -d" " -f1,22 "/proc/$pid/stat"; done';

/**
 * True when the checks of these stations were passed with the processes that they have now, and no
 * later ones were killed in the middle.
 */
export async function areProven(
  connection: Connection,
  stations: readonly StationPlan[],
): Promise<boolean> {
  const marks = stations.map(async (station) => {
    const command = [
      'sh',
      '-c',
      `${NONE_HELD} && now=$(${LIVING}) && [ "$now" = "$(cat ${markOf(station)})" ]`,
    ];
    return (await exec(connection, { container: station.container, command })).code === 0;
  });
  return (await Promise.all(marks)).every(Boolean);
}

/** Remembers in the stations themselves that their checks were passed. */
export async function markProven(
  connection: Connection,
  stations: readonly StationPlan[],
): Promise<void> {
  const marks = stations.map((station) => {
    const command = ['sh', '-c', `{ ${LIVING}; } > ${markOf(station)}`];
    return exec(connection, { container: station.container, command });
  });
  await Promise.all(marks);
}
