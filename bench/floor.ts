import { text } from 'node:stream/consumers';
import { type Connection, connect } from '../orchestrator/adapters/docker/connection.ts';
import { exec, execPipe } from '../orchestrator/adapters/docker/exec.ts';
import { perform } from '../orchestrator/adapters/docker/operations.ts';
import { LineClient } from '../orchestrator/adapters/softphone/line-client.ts';
import { register } from '../orchestrator/adapters/softphone/register.ts';
import { systemClock } from '../orchestrator/base/clock.ts';
import type { Operation, Plan } from '../orchestrator/model/topology/plan.ts';
import type { FloorLine, FloorOrder } from './floor-order.ts';

// What no tool could leave out of bringing a team up: the same calls to the engine, Asterisk's boot,
// the same registrations over the same pipes. It is told everything on standard input; it looks at
// nothing and decides nothing. At each point that it reaches it prints a word.

const order = JSON.parse(await text(process.stdin)) as FloorOrder;
const connection = await connect(order.endpoint, order.within);
const starts = connection.budget.changes;
const passed = new Map<string, number>();
await Promise.all(
  order.teams.map(async ({ plan, pbx, lines }) => {
    await startObjects(connection, plan);
    reached('started');
    await boot(connection, pbx);
    reached('booted');
    await Promise.all(lines.map((line) => registerLine(connection, line)));
    reached('registered');
  }),
);

/** Network and volumes, then the containers side by side, as many at once as `up` has. */
async function startObjects(engine: Connection, { owner, operations }: Plan): Promise<void> {
  const of = (...kinds: readonly string[]) =>
    operations.filter(({ action }) => kinds.includes(action.kind));
  const call = (operation: Operation) => starts(() => perform(engine, owner, operation));
  await Promise.all(of('create-network', 'create-volume').map(call));
  await Promise.all(
    of('create-container').map(async (creation) => {
      await call(creation);
      for (const next of of('write-files', 'start-container')) {
        if (next.target === creation.target) await call(next);
      }
    }),
  );
}

async function boot(engine: Connection, container: string): Promise<void> {
  const { code } = await exec(engine, { container, command: ['pbx-ready'] });
  if (code !== 0) throw new Error(`Asterisk did not boot: pbx-ready ${code}`);
}

async function registerLine(
  engine: Connection,
  { container, slot, extension, account }: FloorLine,
): Promise<void> {
  // `line start` waits for a softphone that is still starting; of one that runs it only looks.
  const script = 'line start "$1" && exec line control "$1"';
  const command = ['sh', '-c', script, 'line', String(slot)];
  const stream = await execPipe(engine, { container, command });
  await using client = new LineClient(stream, { line: extension, clock: systemClock });
  const { registered, status } = await register(client, account);
  if (!registered) throw new Error(`${extension} was refused: ${status}`);
}

/** Prints a point once the last team has passed it. */
function reached(point: string): void {
  const teams = (passed.get(point) ?? 0) + 1;
  passed.set(point, teams);
  if (teams === order.teams.length) process.stdout.write(`${point}\n`);
}
