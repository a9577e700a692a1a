import type { RoomTry } from './room-record.ts';

/** How far outside of its try something may seem to be: two clocks, and packets under way (seconds). */
const SLACK = 0.4;

/**
 * The place of the try that something belongs to, by when it was and who took part, the likeliest first:
 * checks run side by side, but no phone is in two of them at once. Where one phone's tries follow each
 * other closely, the one that has the others' phones too is meant. -1: none.
 */
export function ownerOf(tries: readonly RoomTry[], time: number, names: readonly string[]): number {
  for (const name of names) {
    const [nearest] = tries
      .map((one, index) => ({
        ...{ index, away: away(one, time), mine: one.names.includes(name) },
        known: names.filter((other) => one.names.includes(other)).length,
      }))
      .filter(({ away: distance, mine }) => mine && distance <= SLACK)
      .sort((one, other) => other.known - one.known || one.away - other.away);
    if (nearest !== undefined) return nearest.index;
  }
  return -1;
}

function away({ began, seconds }: RoomTry, time: number): number {
  return Math.max(0, began - time, time - began - seconds);
}
