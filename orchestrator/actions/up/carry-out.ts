import { applyPlan } from '../../adapters/docker/apply-plan.ts';
import type { Connection } from '../../adapters/docker/connection.ts';
import { awaitBoot, type Readiness } from '../../adapters/pbx/readiness.ts';
import { inPhase, type Phase } from '../../base/event.ts';
import { labError } from '../../base/lab-error.ts';
import { archiveSources } from '../archives/archive-sources.ts';
import { planListener } from '../plan-listener.ts';
import { runIn } from '../run-in.ts';
import type { Workbench } from '../workbench.ts';
import type { TeamDecision } from './decide-team.ts';

/** What is to be done in between. */
export interface Between {
  /** Done at the team's turn, right before anything of it is changed; its failure keeps all as it is. */
  readonly before?: () => Promise<void>;
  /** Hears that the containers run and only Asterisk is still awaited. */
  readonly onStarted?: () => void;
}

/** Does what was decided for a team and waits for its Asterisk, which lives or is dead afterwards. */
export async function carryOut(
  bench: Workbench,
  connection: Connection,
  { team, plan, operations }: TeamDecision,
  { before, onStarted }: Between = {},
): Promise<Exclude<Readiness, { readonly state: 'slow' }>> {
  const { emit, clock, signal } = bench;
  const phase = <T>(name: Phase, work: () => Promise<T>) =>
    inPhase({ phase: name, team, emit, now: clock.now }, work);
  const boot = () => awaitBoot(runIn(connection, plan.pbx.container));
  const build = async () => {
    signal.throwIfAborted();
    const open = await archiveSources(bench, operations);
    await before?.();
    const options = { listener: planListener(emit, team), signal, open };
    await phase('objects', () => applyPlan(connection, operations, options));
    signal.throwIfAborted();
    onStarted?.();
    return phase('boot', boot);
  };
  const changed = operations.operations.length > 0;
  if (!changed) onStarted?.();
  const readiness = await (changed ? connection.budget.boots(build) : boot());
  if (readiness.state === 'slow') throw labError('pbx-slow', { team });
  return readiness;
}
