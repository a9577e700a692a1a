import type { PlanListener } from '../adapters/docker/apply-plan.ts';
import type { Emit } from '../base/event.ts';
import type { Operation } from '../model/topology/plan.ts';

/** Tells each engine call of a team's plan as an event. */
export function planListener(emit: Emit, team: number): PlanListener {
  const tell =
    (state: 'started' | 'done') =>
    ({ action, target, cause }: Operation) =>
      emit({ type: 'operation', team, state, operation: action.kind, target, why: cause.why });
  return { started: tell('started'), done: tell('done') };
}
