import { type ObjectNames, ROLES } from '../numbering/names.ts';

/** What the engine says exists with our labels: one snapshot, taken before anything is decided. */
export interface ObservedLab {
  readonly networks: readonly ObservedNetwork[];
  readonly volumes: readonly ObservedVolume[];
  readonly containers: readonly ObservedContainer[];
}

/** A label's value; null where the object has none. */
type Label = string | null;

/** One of our networks. */
export interface ObservedNetwork {
  readonly id: string;
  readonly name: string;
  readonly team: number;
  readonly base: Label;
  readonly lab: Label;
  readonly spec: Label;
}

/** One of our volumes. */
export interface ObservedVolume {
  readonly name: string;
  readonly team: number;
  readonly lab: Label;
  readonly stage: Label;
  /** Of a mark: the archive that the work is being restored from. */
  readonly archive?: Label;
}

/** One of our containers. */
export interface ObservedContainer {
  readonly id: string;
  readonly name: string;
  readonly team: number;
  readonly role: string;
  readonly state: ContainerState;
  readonly spec: Label;
}

/** The engine's word for what a container is doing. */
export type ContainerState =
  | 'created'
  | 'running'
  | 'paused'
  | 'restarting'
  | 'removing'
  | 'exited'
  | 'dead';

/** The part of a snapshot that belongs to one team. */
export function observedTeam(observed: ObservedLab, team: number): ObservedLab {
  const own = (object: { readonly team: number }) => object.team === team;
  return {
    networks: observed.networks.filter(own),
    volumes: observed.volumes.filter(own),
    containers: observed.containers.filter(own),
  };
}

/** True when a team has nothing; what verbs make for themselves is no part of it. */
export function isEmpty({ networks, volumes, containers }: ObservedLab): boolean {
  const passing: readonly string[] = Object.values(ROLES);
  const own = containers.filter(({ role }) => !passing.includes(role));
  return networks.length + volumes.length + own.length === 0;
}

/** True when there is nothing of a team at all, and nobody is at it. */
export function isUntouched({ networks, volumes, containers }: ObservedLab): boolean {
  return networks.length + volumes.length + containers.length === 0;
}

/** True for what says that a verb is at work on a team. Only its holder may remove it. */
export function isLock({ role }: ObservedContainer): boolean {
  return role === ROLES.lock;
}

/** True for what looks at a team's traffic meanwhile: it is nothing to be mended. */
export function isProbe({ role }: ObservedContainer): boolean {
  return role === ROLES.probe;
}

/**
 * The volume whose labels say what a team's work began as: the mark of a reset under way, which knows
 * what is to become of the others; else the configuration's, or any other one when that is away;
 * undefined for a team without work.
 */
export function begunWith(
  { volumes }: ObservedLab,
  { resetMark, volumes: { config } }: Pick<ObjectNames, 'resetMark' | 'volumes'>,
): ObservedVolume | undefined {
  const named = (wanted: string) => volumes.find(({ name }) => name === wanted);
  return named(resetMark) ?? named(config) ?? volumes[0];
}
