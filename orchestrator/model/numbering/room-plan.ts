import { MOST_LINES } from './layout.ts';
import type { RoomNames } from './names.ts';
import { linePlan, type TeamPlan } from './team-plan.ts';

/**
 * In a clean room the exchange has port 5060 of every address and Asterisk's RTP ports, 10000 to
 * 20000: the lines begin where their own are above both.
 */
const FIRST_SLOT = MOST_LINES + 11;

/**
 * A team's plan with everything in the containers of a clean room: the same numbers and addresses,
 * one exchange, and one container with the lines of all stations.
 */
export function roomPlan(plan: TeamPlan, names: RoomNames): TeamPlan {
  let next = FIRST_SLOT;
  return {
    ...plan,
    pbx: { ...plan.pbx, container: names.pbx },
    stations: plan.stations.map((station) => ({
      ...station,
      container: names.phones,
      lines: station.lines.map(({ extension }) => linePlan(next++, extension)),
    })),
  };
}
