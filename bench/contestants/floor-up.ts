import { exec, execPipe } from '../../orchestrator/adapters/docker/exec.ts';
import { perform } from '../../orchestrator/adapters/docker/operations.ts';
import { LineClient } from '../../orchestrator/adapters/softphone/line-client.ts';
import { register } from '../../orchestrator/adapters/softphone/register.ts';
import { systemClock } from '../../orchestrator/base/clock.ts';
import type { LinePlan, StationPlan } from '../../orchestrator/model/numbering/team-plan.ts';
import { usersOf } from '../../orchestrator/model/numbering/team-plan.ts';
import { accountLine } from '../../orchestrator/model/rendering/account-line.ts';
import type { Operation } from '../../orchestrator/model/topology/plan.ts';
import type { BenchLab } from '../bench-lab.ts';
import type { Contestant } from '../rounds.ts';

/**
 * What no tool could leave out: the same calls to the engine, Asterisk's boot, the same
 * registrations over the same pipes. All is known beforehand, nothing is looked at, nothing decided.
 */
export function floorUp(lab: BenchLab): Contestant {
  return {
    name: 'floor',
    clear: lab.clear,
    run: async () => {
      const started = systemClock.now();
      const since = () => systemClock.now() - started;
      await startObjects(lab);
      const objects = since();
      const { container } = lab.decision.plan.pbx;
      const { code } = await exec(lab.connection, { container, command: ['pbx-ready'] });
      if (code !== 0) throw new Error(`Asterisk did not boot: pbx-ready ${code}`);
      const boot = since();
      await registerAll(lab);
      return { 'floor: started': objects, 'floor: booted': boot, 'floor: registered': since() };
    },
  };
}

/** Network and volumes, then the containers side by side: as many at once as `up` has. */
async function startObjects({ connection, decision }: BenchLab): Promise<void> {
  const { owner, operations } = decision.operations;
  const of = (...kinds: readonly string[]) =>
    operations.filter(({ action }) => kinds.includes(action.kind));
  const call = (operation: Operation) => perform(connection, owner, operation);
  await Promise.all(of('create-network', 'create-volume').map(call));
  await Promise.all(
    of('create-container').map(async (creation) => {
      await call(creation);
      const { target } = creation;
      for (const next of of('write-files', 'start-container')) {
        if (next.target === target) await call(next);
      }
    }),
  );
}

async function registerAll(lab: BenchLab): Promise<void> {
  const { stations } = lab.decision.plan;
  const lines = stations.flatMap((station) => station.lines.map((line) => ({ station, line })));
  await Promise.all(lines.map(({ station, line }) => registerLine(lab, station, line)));
}

async function registerLine(
  { connection, decision: { plan } }: BenchLab,
  { container }: StationPlan,
  { slot, extension }: LinePlan,
): Promise<void> {
  const user = usersOf(plan).find((candidate) => candidate.extension === extension);
  if (user === undefined) throw new TypeError(`no user for line ${extension}`);
  // `line start` waits for a softphone that is still starting; of one that runs it only looks.
  const script = 'line start "$1" && exec line control "$1"';
  const command = ['sh', '-c', script, 'line', String(slot)];
  const stream = await execPipe(connection, { container, command });
  await using client = new LineClient(stream, { line: extension, clock: systemClock });
  const { registered, status } = await register(client, accountLine(user, plan.pbx.address));
  if (!registered) throw new Error(`${extension} was refused: ${status}`);
}
