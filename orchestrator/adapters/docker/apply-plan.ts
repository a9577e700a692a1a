import type { Operation, Plan } from '../../model/topology/plan.ts';
import type { Connection } from './connection.ts';
import { type OpenSource, perform } from './operations.ts';

/** What the caller hears of each operation. */
export interface PlanListener {
  readonly started: (operation: Operation) => void;
  readonly done: (operation: Operation) => void;
}

/** Who hears of a plan's operations, what calls it off, and where the archives are that it names. */
export interface Applying {
  readonly listener: PlanListener;
  readonly signal?: AbortSignal;
  readonly open?: OpenSource | undefined;
}

/**
 * Carries a plan out: each operation as soon as those it needs are done and the engine's budget has
 * room. Takes no decisions. After a failure, or once `signal` is aborted, what runs is finished and
 * nothing more is begun; the first failure is thrown.
 */
export async function applyPlan(
  connection: Connection,
  { owner, operations }: Plan,
  { listener, signal, open }: Applying,
): Promise<void> {
  const running = new Map<string, Promise<void>>();
  let failed = false;
  const run = async (operation: Operation): Promise<void> => {
    await Promise.all(operation.needs.map((id) => running.get(id)));
    await connection.budget.changes(async () => {
      signal?.throwIfAborted();
      if (failed) return;
      listener.started(operation);
      await perform(connection, owner, operation, open);
      listener.done(operation);
    });
  };
  for (const operation of operations) {
    const outcome = run(operation).catch((error: unknown) => {
      failed = true;
      throw error;
    });
    running.set(operation.id, outcome);
  }
  await settle([...running.values()]);
}

/** Waits for all to end, then throws the first failure, so that nothing goes on behind the error. */
async function settle(outcomes: readonly Promise<void>[]): Promise<void> {
  const settled = await Promise.allSettled(outcomes);
  for (const outcome of settled) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
}
