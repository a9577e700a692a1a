import { objectNames } from '../numbering/names.ts';
import type { StationPlan, TeamPlan } from '../numbering/team-plan.ts';
import { begunWith, type ContainerState, type ObservedLab } from './observed.ts';

/** How one team's lab is. */
export interface TeamStatus {
  readonly team: number;
  readonly lab: string;
  /** The stage that the team's first files came from; null while it has no files. */
  readonly stage: string | null;
  readonly subnet: string;
  readonly network: boolean;
  readonly pbx: PbxStatus;
  readonly stations: readonly StationStatus[];
}

/** How the exchange is: in service means that Asterisk answered. */
export interface PbxStatus {
  readonly container: string;
  readonly host: string;
  readonly address: string;
  readonly state: 'in-service' | 'no-asterisk' | 'not-installed' | 'stopped' | 'absent';
  readonly voicemail: readonly string[];
}

/** How one softphone container is, and the lines that the lab gives it. */
export interface StationStatus {
  readonly name: string;
  readonly container: string;
  readonly host: string;
  readonly address: string;
  readonly state: 'running' | 'stopped' | 'absent';
  readonly lines: readonly LineStatus[];
}

/** One line; registered means that the PBX knows one of the team's running stations for it. */
export interface LineStatus {
  readonly extension: string;
  readonly context: string;
  readonly registered: boolean;
}

/** Who is registered, as the PBX says; null when no Asterisk answered, in words when there is none. */
export type Registrations =
  | readonly { readonly name: string; readonly host: string | null }[]
  | 'not-installed'
  | null;

/** Puts one team's plan, engine objects and registrations together. */
export function teamStatus(
  plan: TeamPlan,
  observed: ObservedLab,
  registrations: Registrations,
): TeamStatus {
  const stateOf = (name: string): ContainerState | undefined =>
    observed.containers.find((container) => container.name === name)?.state;
  const running = plan.stations.filter(({ container }) => stateOf(container) === 'running');
  const reachable = new Set(running.map(({ address }) => address));
  const known = registrations === 'not-installed' ? [] : (registrations ?? []);
  const registered = (extension: string) =>
    known.some(({ name, host }) => name === extension && host !== null && reachable.has(host));
  return {
    team: plan.team,
    lab: plan.lab,
    stage: begunWith(observed, objectNames(plan.prefix, plan.team))?.stage ?? null,
    subnet: plan.network.subnet,
    network: observed.networks.some(({ name }) => name === plan.network.name),
    pbx: {
      container: plan.pbx.container,
      host: plan.pbx.hostName,
      address: plan.pbx.address,
      state: pbxState(stateOf(plan.pbx.container), registrations),
      voicemail: plan.contexts.map(({ voicemail }) => voicemail),
    },
    stations: plan.stations.map((station) => ({
      name: station.name,
      container: station.container,
      host: station.hostName,
      address: station.address,
      state: stationState(stateOf(station.container)),
      lines: station.lines.map(({ extension }) => ({
        extension,
        context: contextOf(plan, extension),
        registered: registered(extension),
      })),
    })),
  };
}

/** True when the PBX answers and every line of every station is registered. */
export function allRegistered({ pbx, stations }: TeamStatus): boolean {
  const lines = stations.flatMap((station) => station.lines);
  return pbx.state === 'in-service' && lines.every(({ registered }) => registered);
}

/** The context that an extension of the plan belongs to. */
function contextOf(plan: TeamPlan, extension: string): string {
  const owner = plan.contexts.find(({ users }) =>
    users.some((user) => user.extension === extension),
  );
  return owner?.name ?? '';
}

/** The station and line that the plan gives an extension to. */
export function lineOf(plan: TeamPlan, extension: string) {
  return plan.stations
    .flatMap((station: StationPlan) => station.lines.map((line) => ({ station, line })))
    .find(({ line }) => line.extension === extension);
}

function pbxState(state: ContainerState | undefined, registrations: Registrations) {
  if (state === undefined) return 'absent';
  if (state !== 'running') return 'stopped';
  if (registrations === 'not-installed') return 'not-installed';
  return registrations === null ? 'no-asterisk' : 'in-service';
}

function stationState(state: ContainerState | undefined) {
  if (state === undefined) return 'absent';
  return state === 'running' ? 'running' : 'stopped';
}
