import { applyPlan } from '../adapters/docker/apply-plan.ts';
import type { Connection } from '../adapters/docker/connection.ts';
import { observe } from '../adapters/docker/observe.ts';
import { inPhase } from '../base/event.ts';
import type { TeamNumber } from '../model/numbering/team-number.ts';
import { dismantle } from '../model/topology/dismantle.ts';
import { type ObservedLab, observedTeam } from '../model/topology/observed.ts';
import type { Plan } from '../model/topology/plan.ts';
import { archiveTeam } from './archive-team.ts';
import { planListener } from './plan-listener.ts';
import type { Workbench } from './workbench.ts';

/** Which teams go, and whether their work goes too. */
export interface DownRequest {
  readonly connection: Connection;
  readonly prefix: string;
  readonly teams: readonly TeamNumber[];
  readonly purge: boolean;
  readonly dryRun: boolean;
}

/** What became of one team; `archive` is the file that holds its work, when that was removed. */
export interface DownOutcome {
  readonly team: TeamNumber;
  readonly plan: Plan;
  readonly archive: string | null;
}

/** Takes teams down. Their work stays, unless `purge`: then it is archived first, or nothing is done. */
export async function down(
  bench: Workbench,
  request: DownRequest,
): Promise<readonly DownOutcome[]> {
  const observed = await observe(request.connection, request.prefix);
  const outcomes = request.teams.map((team) =>
    downTeam(bench, request, team, observedTeam(observed, team)),
  );
  return Promise.all(outcomes);
}

async function downTeam(
  bench: Workbench,
  { connection, prefix, purge, dryRun }: DownRequest,
  team: TeamNumber,
  observed: ObservedLab,
): Promise<DownOutcome> {
  const { lab, base } = observed.networks[0] ?? {};
  const owner = { lab: lab ?? '', team, prefix, base: base ?? '', stage: '' };
  const plan = dismantle(owner, observed, { purge });
  if (dryRun || plan.operations.length === 0) return { team, plan, archive: null };
  const context = { team, emit: bench.emit, now: bench.clock.now };
  const archive =
    purge && observed.volumes.length > 0
      ? await inPhase({ ...context, phase: 'archive' }, () =>
          archiveTeam(bench, { connection, prefix, observed, team, reason: 'down --purge' }),
        )
      : null;
  await inPhase({ ...context, phase: 'objects' }, () =>
    applyPlan(connection, plan, { listener: planListener(bench.emit, team), signal: bench.signal }),
  );
  return { team, plan, archive };
}
