import type { TeamDecision } from '../orchestrator/actions/up/decide-team.ts';
import type { EngineEndpoint } from '../orchestrator/adapters/docker/connection.ts';
import { usersOf } from '../orchestrator/model/numbering/team-plan.ts';
import { accountLine } from '../orchestrator/model/rendering/account-line.ts';
import type { Plan } from '../orchestrator/model/topology/plan.ts';

/** Everything that the floor is told: where, how patient to be, and each team's part. */
export interface FloorOrder {
  readonly endpoint: EngineEndpoint;
  /** The longest that one call may take, in ms. */
  readonly within: number;
  readonly teams: readonly FloorTeam[];
}

/** One team's part: which calls, whom to wait for, what to register. */
export interface FloorTeam {
  readonly plan: Plan;
  readonly pbx: string;
  readonly lines: readonly FloorLine[];
}

/** One softphone, and the account that it is given. */
export interface FloorLine {
  readonly container: string;
  readonly slot: number;
  readonly extension: string;
  readonly account: string;
}

/** Writes down, before any clock runs, what `up` would decide and look up for these teams. */
export function floorOrder(
  endpoint: EngineEndpoint,
  decisions: readonly TeamDecision[],
  within: number,
): FloorOrder {
  return { endpoint, within, teams: decisions.map(floorTeam) };
}

function floorTeam({ plan, operations }: TeamDecision): FloorTeam {
  const lines = plan.stations.flatMap(({ container, lines: own }) =>
    own.map(({ slot, extension }) => {
      const user = usersOf(plan).find((candidate) => candidate.extension === extension);
      if (user === undefined) throw new TypeError(`no user for line ${extension}`);
      return { container, slot, extension, account: accountLine(user, plan.pbx.address) };
    }),
  );
  return { plan: operations, pbx: plan.pbx.container, lines };
}
