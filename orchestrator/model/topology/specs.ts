import type { TeamNumber } from '../numbering/team-number.ts';

/** What a container is for. */
export type Role = 'pbx' | 'softphone';

/** A network that should exist: no leg on the host, no way out. */
export interface NetworkSpec {
  readonly name: string;
  readonly subnet: string;
  readonly gateway: string;
  readonly range: string;
}

/** A volume that should exist; `stage` is what its first files come from. */
export interface VolumeSpec {
  readonly name: string;
  readonly stage: string;
  /** Of the mark of a reset: the archive that the work is to come from, instead of the stage. */
  readonly archive?: string | undefined;
  /** Bytes that fit into it; without it, as many as there are. */
  readonly size?: number | undefined;
}

/** One file to be put into a container before it starts. `owner` is a numeric user and group id. */
export interface FileSpec {
  readonly path: string;
  readonly text: string;
  readonly owner: number;
}

/** A container that should run. Memory and disk in bytes (null: not limited), cpus in cores. */
export interface ContainerSpec {
  readonly name: string;
  readonly role: Role;
  readonly image: string;
  readonly hostName: string;
  readonly network: string;
  readonly address: string;
  readonly capabilities: readonly string[];
  readonly volumes: readonly { readonly name: string; readonly path: string }[];
  readonly memory: number;
  readonly pids: number;
  readonly cpus: number;
  readonly shares: number;
  readonly disk: number | null;
  /** The tool's own files: another content makes it another container. */
  readonly files: readonly FileSpec[];
  /** What a new team finds at first: afterwards the files are the team's, whatever they say. */
  readonly seed: readonly FileSpec[];
}

/** Everything that should exist for one team. */
export interface DesiredLab {
  readonly lab: string;
  readonly team: TeamNumber;
  readonly prefix: string;
  readonly base: string;
  readonly stage: string;
  readonly network: NetworkSpec;
  readonly volumes: readonly VolumeSpec[];
  readonly containers: readonly ContainerSpec[];
}
