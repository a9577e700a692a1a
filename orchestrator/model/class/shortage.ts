import type { TeamNumber } from '../numbering/team-number.ts';
import type { TeamPlan } from '../numbering/team-plan.ts';
import type { ObservedLab } from '../topology/observed.ts';

const MEBIBYTE = 2 ** 20;

/**
 * What a container takes in a lesson: bytes of memory and of disk, measured (Asterisk 45 MiB, a
 * station 5 MiB) with some room for shells and calls. Its limit is what it may take at the worst.
 */
const TAKES = {
  pbx: { memory: 56 * MEBIBYTE, disk: 24 * MEBIBYTE },
  station: { memory: 8 * MEBIBYTE, disk: 4 * MEBIBYTE },
} as const;

/** Bytes that something needs, or that are free; of what is free, null is not known. */
export interface Room {
  readonly memory: number;
  readonly disk: number;
}

/** What one team needs that it hasn't got yet. */
export interface TeamNeed extends Room {
  readonly team: TeamNumber;
}

/** What there is not enough of, and the teams that it would do for, in the order in which they were asked for. */
export interface Shortage {
  readonly of: keyof Room;
  readonly needed: number;
  readonly free: number;
  readonly fitting: readonly TeamNumber[];
}

/** What a team still needs: what runs has it already. */
export function teamNeed(plan: TeamPlan, observed: ObservedLab): TeamNeed {
  const runs = (container: string) =>
    observed.containers.some(({ name, state }) => name === container && state === 'running');
  const absent = [
    ...(runs(plan.pbx.container) ? [] : [TAKES.pbx]),
    ...plan.stations.filter(({ container }) => !runs(container)).map(() => TAKES.station),
  ];
  const sum = (of: keyof Room) => absent.reduce((total, takes) => total + takes[of], 0);
  return { team: plan.team, memory: sum('memory'), disk: sum('disk') };
}

/** What there is not enough of for all of these teams; null: there is, or nobody knows. */
export function shortage(
  needs: readonly TeamNeed[],
  free: { readonly [K in keyof Room]: number | null },
): Shortage | null {
  for (const of of ['memory', 'disk'] as const) {
    const there = free[of];
    const needed = needs.reduce((sum, need) => sum + need[of], 0);
    // Teams that need nothing more are no reason to refuse, however little is free.
    if (there === null || needed === 0 || needed <= there) continue;
    let left = there;
    const fitting = needs.filter((need) => {
      if (need[of] > left) return false;
      left -= need[of];
      return true;
    });
    return { of, needed, free: there, fitting: fitting.map(({ team }) => team) };
  }
  return null;
}
