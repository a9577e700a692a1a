import type { Connection } from '../../adapters/docker/connection.ts';
import { sweepProbes } from '../../adapters/docker/probe/sweep-probes.ts';
import { removeRoomContainer } from '../../adapters/docker/rooms/clean-room.ts';
import { findRoomContainers } from '../../adapters/docker/rooms/found-rooms.ts';
import { isStale, readHolder } from '../../model/topology/lock-holder.ts';
import type { Workbench } from '../workbench.ts';

/** Removes what gradings that have died left of their rooms; those of living ones stay. */
export async function sweepRooms(
  { surroundings }: Pick<Workbench, 'surroundings'>,
  connection: Connection,
  prefix: string,
): Promise<void> {
  const judge = { self: surroundings.identity(), lives: surroundings.lives };
  // What dissects a room's capture ends with its grading, unless that was killed before it began.
  await sweepProbes(connection, { prefix, team: null }, (holder) =>
    isStale({ holder: readHolder(holder), age: 0 }, judge),
  );
  const dead = (await findRoomContainers(connection, prefix)).filter(({ holder, age }) =>
    isStale({ holder: readHolder(holder), age }, judge),
  );
  await Promise.all(dead.map(({ id }) => removeRoomContainer(connection, id)));
}
