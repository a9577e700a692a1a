import type { Connection } from '../../adapters/docker/connection.ts';
import {
  openProbe,
  type Probe,
  type ProbeOwner,
  type ProbeRequest,
} from '../../adapters/docker/probe/open-probe.ts';
import { sweepProbes } from '../../adapters/docker/probe/sweep-probes.ts';
import { isStale, type LockHolder, readHolder } from '../../model/topology/lock-holder.ts';
import { ensureImages } from '../images/ensure-images.ts';
import type { Workbench } from '../workbench.ts';

/** An engine, and whether it reaches a registry: the probe's image is built when it is missing. */
export interface ProbePlace {
  readonly connection: Connection;
  readonly registry: boolean;
}

/** What a verb wants done in a probe. */
export interface ProbeWork
  extends ProbeOwner,
    Pick<ProbeRequest, 'command' | 'network' | 'capabilities' | 'user' | 'memory'> {
  readonly verb: string;
  /** Makes the container's name out of what only this process has. */
  readonly name: (mark: string) => string;
}

/** Opens a probe, after removing those whose verb was killed. */
export async function openVerbProbe(
  bench: Workbench,
  { connection, registry }: ProbePlace,
  work: ProbeWork,
): Promise<Probe> {
  const { surroundings, clock } = bench;
  const [image] = await ensureImages(bench, { connection, registry, names: ['probe'] });
  const self = surroundings.identity();
  const now = clock.date();
  const holder: LockHolder = { ...self, verb: work.verb, since: now.toISOString() };
  // However old, a probe of a living process is at work; of another machine's none is judged here.
  const isLeft = (label: string | null) =>
    isStale({ holder: readHolder(label), age: 0 }, { self, lives: surroundings.lives });
  await sweepProbes(connection, work, isLeft);
  bench.signal.throwIfAborted();
  return openProbe(connection, {
    ...work,
    name: work.name(`${self.pid}-${now.getTime()}`),
    image: image?.tag ?? '',
    holder: JSON.stringify(holder),
  });
}
