import { ROLES } from '../numbering/names.ts';
import { containerFingerprint, differences, networkFingerprint } from './fingerprint.ts';
import {
  isLock,
  isProbe,
  type ObservedContainer,
  type ObservedLab,
  observedTeam,
} from './observed.ts';
import { type Cause, type Operation, operation, type Plan } from './plan.ts';
import type { ContainerSpec, DesiredLab } from './specs.ts';

/** Decides what turns the observed state of one team into the desired one. Touches nothing. */
export function reconcile(desired: DesiredLab, everything: ObservedLab): Plan {
  const observed = observedTeam(everything, desired.team);
  const network = reconcileNetwork(desired, observed);
  const volumes = desired.volumes
    .filter((wanted) => !observed.volumes.some(({ name }) => name === wanted.name))
    .map((volume) => operation({ kind: 'create-volume', volume }, volume.name, { why: 'absent' }));
  const surplus = observed.containers
    .filter((found) => !isLock(found) && !isProbe(found))
    .filter((found) => !desired.containers.some(({ name }) => name === found.name))
    .map((found) => remove(found, surplusCause(found)));
  const containers = desired.containers.map((spec) => {
    const found = observed.containers.find(({ name }) => name === spec.name);
    return reconcileContainer(spec, found, network.length > 0);
  });
  const removals = [...surplus, ...containers.flatMap(({ removal }) => removal)];
  const before = [...network, ...volumes];
  return {
    owner: desired,
    operations: [
      ...removals,
      ...before.map((op) => afterRemovals(op, removals)),
      ...containers.flatMap(({ steps }) => chain(steps, [...removals, ...before])),
    ],
  };
}

/** A network can't change in place: it is removed, after its containers, and made again. */
function reconcileNetwork(desired: DesiredLab, observed: ObservedLab): readonly Operation[] {
  const { network } = desired;
  const found = observed.networks.find(({ name }) => name === network.name);
  const create = (cause: Cause, needs: readonly string[]) =>
    operation({ kind: 'create-network', network }, network.name, cause, needs);
  if (found === undefined) return [create({ why: 'absent' }, [])];
  const changed = differences(found.spec, networkFingerprint(network));
  if (changed.length === 0) return [];
  const cause: Cause = { why: 'changed', differences: changed };
  const removal = operation({ kind: 'remove-network' }, network.name, cause);
  return [removal, create(cause, [removal.id])];
}

interface ContainerDecision {
  readonly removal: readonly Operation[];
  readonly steps: readonly Operation[];
}

function reconcileContainer(
  spec: ContainerSpec,
  found: ObservedContainer | undefined,
  networkReplaced: boolean,
): ContainerDecision {
  if (found === undefined) return { removal: [], steps: fromNothing(spec, { why: 'absent' }) };
  const changed = differences(found.spec, containerFingerprint(spec));
  const replaced = replacementCause(found, changed, networkReplaced);
  if (replaced !== null) {
    return { removal: [remove(found, replaced)], steps: fromNothing(spec, replaced) };
  }
  return { removal: [], steps: wake(spec, found) };
}

function replacementCause(
  found: ObservedContainer,
  changed: ReturnType<typeof differences>,
  networkReplaced: boolean,
): Cause | null {
  if (changed.length > 0) return { why: 'changed', differences: changed };
  // Made but never started: an engine killed meanwhile may have lost its address or half its files.
  if (found.state === 'created') return { why: 'unfinished' };
  if (found.state === 'dead' || found.state === 'removing') {
    return { why: 'stopped', state: found.state };
  }
  return networkReplaced ? { why: 'network-replaced' } : null;
}

/** An archive's container that outlived its verb; any other one is of a station that the lab had. */
function surplusCause({ role }: ObservedContainer): Cause {
  return { why: role === ROLES.readingRoom ? 'unfinished' : 'surplus' };
}

/** What a container that is the right one still needs in order to run. */
function wake(spec: ContainerSpec, found: ObservedContainer): readonly Operation[] {
  const stopped: Cause = { why: 'stopped', state: found.state };
  if (found.state === 'exited') return [start(spec.name, stopped)];
  if (found.state === 'paused') {
    return [operation({ kind: 'unpause-container' }, spec.name, stopped)];
  }
  return [];
}

function fromNothing(spec: ContainerSpec, cause: Cause): readonly Operation[] {
  const create = operation({ kind: 'create-container', container: spec }, spec.name, cause);
  return [create, ...writeFiles(spec, cause), start(spec.name, cause)];
}

function writeFiles(spec: ContainerSpec, cause: Cause): readonly Operation[] {
  if (spec.files.length + spec.seed.length === 0) return [];
  return [operation({ kind: 'write-files', container: spec }, spec.name, cause)];
}

function start(name: string, cause: Cause): Operation {
  return operation({ kind: 'start-container' }, name, cause);
}

function remove(found: ObservedContainer, cause: Cause): Operation {
  return operation({ kind: 'remove-container' }, found.name, cause);
}

/** Objects may take over the name, the address or the network of what goes, so all of it goes first. */
function afterRemovals(op: Operation, removals: readonly Operation[]): Operation {
  return { ...op, needs: [...op.needs, ...removals.map(({ id }) => id)] };
}

/** One step after another; the first one after everything that the container stands on. */
function chain(steps: readonly Operation[], before: readonly Operation[]): readonly Operation[] {
  return steps.map((step, index) => ({
    ...step,
    needs: index === 0 ? before.map(({ id }) => id) : [steps[index - 1]?.id ?? ''],
  }));
}
