import type { Connection } from '../../adapters/docker/connection.ts';
import type { Verdict } from '../../base/problems/verdicts.ts';
import { planChecks } from '../../grading/plan-checks.ts';
import { runChecks } from '../../grading/run-checks.ts';
import { allPassed, type CheckReport, criticalPath } from '../../model/marking/check-report.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import { markProven } from '../phones/proof-mark.ts';
import type { ReadLab } from '../read-lab.ts';
import type { Workbench } from '../workbench.ts';
import { type LiveRequest, openLiveLab } from './live-lab.ts';
import { liveProbes } from './live-probes.ts';

/** Which team's lab to check, and how. */
export interface TeamCheck {
  readonly connection: Connection;
  readonly lab: ReadLab;
  readonly plan: TeamPlan;
  readonly quick: boolean;
  readonly leave: LiveRequest['leave'];
}

/** Runs every check on a team's lab as it stands, and leaves it as it was. */
export async function checkTeam(
  { clock, emit, signal }: Workbench,
  { connection, lab, plan, quick, leave }: TeamCheck,
): Promise<CheckReport> {
  const began = clock.now();
  const seed = Math.floor(Math.random() * 2 ** 32);
  const { definition, templates } = lab;
  const { team } = plan;
  const checks = await (async () => {
    await using live = await openLiveLab({ connection, clock }, { plan, templates, seed, leave });
    const now = () => clock.date().getTime() / 1000;
    // Awaited here: the lab must be in our hands until the last check is through.
    return await runChecks(planChecks({ plan, definition, quick, now }), {
      probes: liveProbes(live, signal),
      now: clock.now,
      done: ({ id, verdict, code, params, ms }) => {
        const found = { verdict, code, params } as Verdict;
        emit({ type: 'check', team, check: id, verdict: found, ms });
      },
      signal,
    });
  })();
  if (allPassed({ checks })) await markProven(connection, plan.stations);
  return {
    team,
    mode: quick ? 'quick' : 'full',
    checks,
    ms: clock.now() - began,
    criticalPathMs: criticalPath(checks),
  };
}
