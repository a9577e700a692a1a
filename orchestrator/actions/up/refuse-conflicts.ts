import type { Connection } from '../../adapters/docker/connection.ts';
import { takenSubnets } from '../../adapters/docker/observe.ts';
import { LabProblems, labError, type Problem } from '../../base/lab-error.ts';
import type { Surroundings } from '../../base/surroundings.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import { subnetConflicts, type TakenSubnet } from '../../model/topology/subnets.ts';

/** What pre-flight looks at: the wanted plans, and the engine that they are meant for. */
export interface PreflightRequest {
  readonly connection: Connection;
  readonly surroundings: Surroundings;
  readonly plans: readonly TeamPlan[];
}

/** Throws, before anything is created, when a wanted subnet is taken: every culprit by its name. */
export async function refuseConflicts(request: PreflightRequest): Promise<void> {
  const problems = await subnetProblems(request);
  if (problems.length > 0) throw new LabProblems(problems);
}

/** Every wanted subnet that is taken, and by whom. */
export async function subnetProblems(request: PreflightRequest): Promise<readonly Problem[]> {
  const { connection, surroundings, plans } = request;
  const own = plans.map(({ network }) => network.name);
  const networks = await takenSubnets(connection, own);
  const taken = leavesHostAlone(connection) ? networks : [...networks, ...interfaces(surroundings)];
  const wanted = plans.map(({ network }) => network.subnet);
  return subnetConflicts(wanted, taken).map(
    ({ wanted: subnet, taken: { kind, name, project, subnet: theirs } }) =>
      labError('subnet-taken', { wanted: subnet, subnet: theirs, kind, name, project }).problem,
  );
}

/** Docker can make a network without a leg on the host; Podman gives the host an address in it. */
export function leavesHostAlone({ info }: Connection): boolean {
  return info.name === 'docker';
}

function interfaces({ interfaces: list }: Surroundings): readonly TakenSubnet[] {
  return list().map(({ name, subnet }) => ({ kind: 'interface', name, project: null, subnet }));
}
