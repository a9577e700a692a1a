import { objectNames } from '../numbering/names.ts';
import { type ObservedLab, type ObservedVolume, observedTeam } from './observed.ts';
import { type Cause, type Operation, operation, type Plan } from './plan.ts';
import { reconcile } from './reconcile.ts';
import type { DesiredLab } from './specs.ts';

/** Why a team is made anew, and the archive that its work comes from; null: it begins as its stage. */
export interface Renewal {
  readonly cause: Cause;
  readonly archive: string | null;
}

/**
 * Decides what returns one team to its stage, or to the work of an archive: a PBX from its image and
 * volumes that hold just that; network and stations stay, unless they aren't as the lab wants them.
 * Touches nothing.
 *
 * A mark, itself a volume, stands from before the first removal of work until new volumes are there,
 * and no PBX exists meanwhile that anybody could work in. So a reset that is killed has either not
 * touched the work, or whoever sees the mark can finish it without asking: it says which archive.
 */
export function renew(
  desired: DesiredLab,
  everything: ObservedLab,
  { cause, archive }: Renewal,
): Plan {
  const observed = observedTeam(everything, desired.team);
  const mark = objectNames(desired.prefix, desired.team).resetMark;
  const isWork = ({ name }: Named) => desired.volumes.some((volume) => volume.name === name);
  const [pbx, otherContainers] = parted(observed.containers, ({ role }) => role === 'pbx');
  const [work, otherVolumes] = parted(observed.volumes, isWork);
  const without = { ...observed, containers: otherContainers, volumes: otherVolumes };
  const { owner, operations } = reconcile(desired, without);
  const [removals, building] = parted(
    operations,
    ({ action }) => action.kind === 'remove-container',
  );
  const [ground, upon] = parted(building, ({ action }) => /-(network|volume)$/.test(action.kind));

  const stops = pbx.map(({ name }) => operation({ kind: 'remove-container' }, name, cause));
  const set = otherVolumes.some(({ name }) => name === mark)
    ? []
    : [operation(createMark(desired, mark, archive), mark, cause, ids(stops))];
  const clears = work.map(({ name }) =>
    operation({ kind: 'remove-volume' }, name, cause, ids([...stops, ...set])),
  );
  const laid = ground.map((op) => after(op, [...stops, ...set, ...clears.filter(isOf(op))]));
  const filled = archive === null ? [] : [fill(desired, archive, cause, ids(laid))];
  const done = ids([...clears, ...laid, ...filled]);
  const lift = operation({ kind: 'remove-volume' }, mark, cause, done);
  const gone = [...stops, ...clears];
  const steps = [
    ...laid,
    ...filled,
    lift,
    ...upon.map((op) => (op.action.kind === 'create-container' ? after(op, [lift]) : op)),
  ];
  const because = steps.map((op) => (gone.some(isOf(op)) ? { ...op, cause } : op));
  return { owner, operations: [...removals, ...stops, ...set, ...clears, ...because] };
}

/** The mark of a reset of this team that was killed after it had begun to remove work. */
export function unfinishedReset(
  { prefix, team }: Pick<DesiredLab, 'prefix' | 'team'>,
  observed: ObservedLab,
): ObservedVolume | undefined {
  const { resetMark } = objectNames(prefix, team);
  return observed.volumes.find(({ name }) => name === resetMark);
}

interface Named {
  readonly name: string;
}

function createMark({ stage }: DesiredLab, name: string, archive: string | null) {
  return { kind: 'create-volume', volume: { name, stage, archive: archive ?? undefined } } as const;
}

function fill(
  { prefix, team, containers }: DesiredLab,
  archive: string,
  cause: Cause,
  needs: readonly string[],
): Operation {
  const room = objectNames(prefix, team).readingRoom;
  const { image = '', volumes = [] } = containers.find(({ role }) => role === 'pbx') ?? {};
  const filling = { room, image, volumes, archive };
  return operation({ kind: 'fill-volumes', filling }, archive, cause, needs);
}

function parted<T>(
  list: readonly T[],
  belongs: (one: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [list.filter(belongs), list.filter((one) => !belongs(one))];
}

/** Finds the operations on the same object. */
function isOf({ target }: Operation) {
  return (other: Operation) => other.target === target;
}

function ids(operations: readonly Operation[]): readonly string[] {
  return operations.map(({ id }) => id);
}

function after(op: Operation, others: readonly Operation[]): Operation {
  return { ...op, needs: [...op.needs, ...ids(others)] };
}
