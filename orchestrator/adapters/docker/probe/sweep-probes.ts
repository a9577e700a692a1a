import { LABELS, ROLES } from '../../../model/numbering/names.ts';
import type { Connection } from '../connection.ts';
import { engineCall } from '../engine-errors.ts';
import { GONE, type ProbeOwner } from './open-probe.ts';

/** Removes an owner's probes that `isLeft` says nobody waits for any more; asked with each one's holder. */
export async function sweepProbes(
  { client }: Connection,
  { prefix, team }: ProbeOwner,
  isLeft: (holder: string | null) => boolean,
): Promise<void> {
  const label = [`${LABELS.prefix}=${prefix}`, `${LABELS.role}=${ROLES.probe}`];
  if (team !== null) label.push(`${LABELS.team}=${team}`);
  const filters = { label };
  const found = await engineCall('list probes', () =>
    client.listContainers({ all: true, filters }),
  );
  const left = (found ?? []).filter(({ Labels }) => isLeft(Labels[LABELS.holder] ?? null));
  for (const { Id } of left) {
    const remove = () => client.getContainer(Id).remove({ force: true });
    await engineCall(`remove ${Id}`, remove, GONE);
  }
}
