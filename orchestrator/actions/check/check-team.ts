import type { Connection } from '../../adapters/docker/connection.ts';
import type { Readiness } from '../../adapters/pbx/readiness.ts';
import type { Verdict } from '../../base/problems/verdicts.ts';
import { LatenessWatch } from '../../grading/lateness.ts';
import { planChecks } from '../../grading/plan-checks.ts';
import { runChecks } from '../../grading/run-checks.ts';
import { stageParts } from '../../model/definition/lab-definition.ts';
import {
  allPassed,
  type CheckReport,
  type CheckResult,
  criticalPath,
} from '../../model/marking/check-report.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import { markProven } from '../phones/proof-mark.ts';
import type { ReadLab } from '../read-lab.ts';
import { keepLatestCheck } from '../status/latest.ts';
import type { Workbench } from '../workbench.ts';
import { type LiveLab, type LiveRequest, openLiveLab } from './live-lab.ts';
import { liveProbes } from './live-probes.ts';

/** Which team's lab to check, and how. */
export interface TeamCheck {
  readonly connection: Connection;
  readonly lab: ReadLab;
  readonly plan: TeamPlan;
  readonly quick: boolean;
  /** What is tried: what this stage has. Null: all of the lab. */
  readonly stage: string | null;
  readonly leave: LiveRequest['leave'];
  readonly justMade?: LiveRequest['justMade'];
}

/** What is at hand already when the checks begin. */
export interface Beforehand {
  readonly live: Promise<LiveLab>;
  /** What became of Asterisk's boot, just now. */
  readonly readiness: Readiness;
}

/** Takes a team's lab in hand for its checks. */
export function liveLabFor(
  { clock }: Pick<Workbench, 'clock'>,
  { connection, lab, plan, leave, justMade }: TeamCheck,
): Promise<LiveLab> {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const { templates } = lab;
  return openLiveLab({ connection, clock }, { plan, templates, seed, leave, justMade });
}

/** Runs every check on a team's lab as it stands, and leaves it as it was. */
export async function checkTeam(
  bench: Workbench,
  check: TeamCheck,
  beforehand?: Beforehand,
): Promise<CheckReport> {
  const { clock, emit, signal } = bench;
  const { lab, plan, quick, stage } = check;
  const began = clock.now();
  const { definition } = lab;
  const { team } = plan;
  const parts = stage === null ? undefined : stageParts(definition, stage);
  let checks: readonly CheckResult[] = [];
  using lateness = new LatenessWatch(clock);
  try {
    await using live = await (beforehand?.live ?? liveLabFor(bench, check));
    checks = await runChecks(planChecks({ plan, definition, quick, parts, now: live.pbxNow }), {
      probes: liveProbes(live, signal, beforehand?.readiness),
      now: clock.now,
      lateSince: (moment) => lateness.since(moment),
      done: ({ id, verdict, code, params, ms }) => {
        const found = { verdict, code, params } as Verdict;
        emit({ type: 'check', team, check: id, verdict: found, ms });
      },
      signal,
    });
  } catch (error) {
    // What kept a check from telling also keeps us from tidying up: that is told already.
    if (!checks.some(({ verdict }) => verdict === 'inconclusive')) throw error;
  }
  if (allPassed({ checks })) await markProven(check.connection, plan.stations);
  const report: CheckReport = {
    team,
    mode: quick ? 'quick' : 'full',
    checks,
    ms: clock.now() - began,
    criticalPathMs: criticalPath(checks),
  };
  await keepLatestCheck(bench, plan.prefix, report);
  return report;
}
