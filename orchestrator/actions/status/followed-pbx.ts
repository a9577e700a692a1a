import type { Connection } from '../../adapters/docker/connection.ts';
import { execPipe } from '../../adapters/docker/exec.ts';
import { followLiveState, type LiveState } from '../../adapters/pbx/live/live-state.ts';
import type { PbxPipe } from '../../adapters/pbx/run.ts';
import type { Clock } from '../../base/clock.ts';
import { LOOKED_AT } from '../run-in.ts';

/** An exchange whose changes are told. */
export interface FollowedPbx {
  /** The container's. */
  readonly id: string;
  /** As it was told last; null where it can't be looked into. */
  readonly state: () => LiveState | null;
  /** Done when it was looked at once, can't be, or takes too long. */
  readonly looked: Promise<void>;
  readonly leave: () => void;
  readonly done: Promise<void>;
}

/** Which exchange to follow. */
export interface PbxToFollow {
  readonly connection: Connection;
  readonly id: string;
  readonly clock: Clock;
  readonly changed: () => void;
  readonly signal: AbortSignal;
}

/** The class is shown without an exchange that takes longer to look at: it may never answer. */
async function giveUp({ clock, signal }: PbxToFollow, hasLooked: () => void): Promise<void> {
  await clock.wait(LOOKED_AT, signal).catch(() => undefined);
  hasLooked();
}

/** A student is root there and may end what follows: a second later it begins anew (ms). */
const AGAIN_AFTER = 1_000;

/** Begins to follow an exchange: one command in its container, which ends with us. */
export function followPbx(request: PbxToFollow): FollowedPbx {
  const { connection, id, clock, changed } = request;
  const left = new AbortController();
  const signal = AbortSignal.any([request.signal, left.signal]);
  let state: LiveState | null = null;
  let hasLooked: () => void = () => undefined;
  const looked = new Promise<void>((resolve) => {
    hasLooked = resolve;
  });
  const follow = async (command: readonly string[]): Promise<PbxPipe> => {
    const pipe = await execPipe(connection, { container: id, command });
    signal.addEventListener('abort', () => pipe.destroy());
    if (signal.aborted) pipe.destroy();
    return pipe;
  };
  const once = async (): Promise<boolean> => {
    let some = false;
    for await (const seen of followLiveState(follow, { digests: true })) {
      [state, some] = [seen, true];
      hasLooked();
      changed();
    }
    return some;
  };
  const on = async () => {
    while (!signal.aborted && (await once())) await clock.wait(AGAIN_AFTER, signal);
  };
  void giveUp(request, hasLooked);
  const done = on()
    .catch(() => undefined)
    .finally(() => {
      // Told by nobody any more, the last state is none.
      state = null;
      hasLooked();
      if (!signal.aborted) changed();
    });
  return { id, state: () => state, looked, leave: () => left.abort(), done };
}
