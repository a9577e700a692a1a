import { objectNames } from '../numbering/names.ts';
import { isLock, type ObservedLab, type ObservedVolume } from './observed.ts';
import { type Operation, type Owner, operation, type Plan } from './plan.ts';

/**
 * Decides how to take one team's objects down: containers, then network, then (if asked) its work. That
 * is removed behind the mark of a reset: what a purge that was killed left over is nobody's work.
 */
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
  const work = options.purge ? clearWork(owner, observed.volumes, after) : [];
  return { owner, operations: [...containers, ...networks, ...work] };
}

function clearWork(
  { prefix, team, stage }: Owner,
  volumes: readonly ObservedVolume[],
  after: readonly string[],
): readonly Operation[] {
  if (volumes.length === 0) return [];
  const asked = { why: 'asked' } as const;
  const mark = objectNames(prefix, team).resetMark;
  const marked = volumes.some(({ name }) => name === mark);
  const volume = { name: mark, stage };
  const set = marked ? [] : [operation({ kind: 'create-volume', volume }, mark, asked, after)];
  const needs = [...after, ...set.map(({ id }) => id)];
  const clears = volumes
    .filter(({ name }) => name !== mark)
    .map(({ name }) => operation({ kind: 'remove-volume' }, name, asked, needs));
  const done = [...needs, ...clears.map(({ id }) => id)];
  return [...set, ...clears, operation({ kind: 'remove-volume' }, mark, asked, done)];
}
