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

/** True when nothing of a team is there at all. */
export function isEmpty(observed: ObservedLab): boolean {
  const { networks, volumes, containers } = observed;
  return networks.length + volumes.length + containers.length === 0;
}
