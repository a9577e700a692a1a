import { dissect, dissectCommand } from '../../../adapters/capture/tshark.ts';
import { openProbe } from '../../../adapters/docker/probe/open-probe.ts';
import { streamOf } from '../../../adapters/files/streams.ts';
import { type Ladder, ladderOf } from '../../../model/ladder/ladder.ts';
import type { RoomPlace } from './room-recorder.ts';

/** A room's calls are few; more than that is a dial plan that goes round in circles. */
const MEMORY = 256 * 1024 ** 2;

/** Has a room's capture dissected, in a container without network or rights; null: it can't be. */
export async function dissectRoom(place: RoomPlace, capture: Buffer): Promise<Ladder | null> {
  const { connection, image, holder, plan, names, layout } = place;
  await using probe = await openProbe(connection, {
    ...{ name: names.ladder, image, holder, prefix: plan.prefix, team: plan.team },
    ...{ command: dissectCommand(), network: 'none', capabilities: [], user: 'nobody' },
    memory: MEMORY,
  });
  const { printed, end } = await dissect(probe, streamOf(capture));
  return end.ended === 'failed' ? null : ladderOf(printed, layout, end.ended === 'cut');
}
