import { LABELS, ROOM_ROLES } from '../../../model/numbering/names.ts';
import type { Connection } from '../connection.ts';
import { engineCall } from '../engine-errors.ts';
import { engineTime } from './engine-time.ts';

/** A container of some grading's room: who has it, and how old it is by the engine's own clock (ms). */
export interface FoundRoomContainer {
  readonly id: string;
  readonly holder: string | null;
  readonly age: number;
}

/** Lists the containers of every clean room with our prefix, whosever it is. */
export async function findRoomContainers(
  connection: Connection,
  prefix: string,
): Promise<readonly FoundRoomContainer[]> {
  const roles: readonly string[] = Object.values(ROOM_ROLES);
  const filters = { label: [`${LABELS.prefix}=${prefix}`] };
  const listed = await engineCall('list', () =>
    connection.client.listContainers({ all: true, filters }),
  );
  const found = (listed ?? []).filter(({ Labels }) => roles.includes(Labels[LABELS.role] ?? ''));
  if (found.length === 0) return [];
  const now = 1000 * ((await engineTime(connection)) ?? Number.NaN);
  return found.map(({ Id, Labels, Created }) => ({
    id: Id,
    holder: Labels[LABELS.holder] ?? null,
    age: now - 1000 * Created,
  }));
}
