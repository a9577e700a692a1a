import { isLock, type ObservedLab } from './observed.ts';
import { type Operation, type Owner, operation, type Plan } from './plan.ts';

/** Decides how to take one team's objects down: containers, then network, then (if asked) its work. */
export function dismantle(
  owner: Owner,
  observed: ObservedLab,
  options: { readonly purge: boolean },
): Plan {
  const asked = { why: 'asked' } as const;
  const containers = observed.containers
    .filter((container) => !isLock(container))
    .map(({ name }) => operation({ kind: 'remove-container' }, name, asked));
  const after = containers.map(({ id }) => id);
  const networks = observed.networks.map(({ name }) =>
    operation({ kind: 'remove-network' }, name, asked, after),
  );
  const volumes: readonly Operation[] = options.purge
    ? observed.volumes.map(({ name }) => operation({ kind: 'remove-volume' }, name, asked, after))
    : [];
  return { owner, operations: [...containers, ...networks, ...volumes] };
}
