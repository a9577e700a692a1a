import type { Difference } from './fingerprint.ts';
import type { ContainerSpec, DesiredLab, NetworkSpec, VolumeSpec } from './specs.ts';

/** Why an operation is in a plan. */
export type Cause =
  | { readonly why: 'absent' }
  | { readonly why: 'changed'; readonly differences: readonly Difference[] }
  | { readonly why: 'unfinished' }
  | { readonly why: 'stopped'; readonly state: string }
  | { readonly why: 'network-replaced' }
  | { readonly why: 'surplus' }
  | { readonly why: 'asked' }
  | { readonly why: 'reset' }
  | { readonly why: 'catch-up' }
  | { readonly why: 'restore' };

/** What one engine call does. */
export type Action =
  | { readonly kind: 'create-network'; readonly network: NetworkSpec }
  | { readonly kind: 'create-volume'; readonly volume: VolumeSpec }
  | { readonly kind: 'create-container'; readonly container: ContainerSpec }
  | { readonly kind: 'write-files'; readonly container: ContainerSpec }
  | { readonly kind: 'fill-volumes'; readonly filling: Filling }
  | { readonly kind: 'start-container' }
  | { readonly kind: 'unpause-container' }
  | { readonly kind: 'remove-container' }
  | { readonly kind: 'remove-network' }
  | { readonly kind: 'remove-volume' };

/** New volumes that get the work of an archive; the container that they are filled through passes. */
export interface Filling {
  readonly room: string;
  readonly image: string;
  readonly volumes: readonly { readonly name: string; readonly path: string }[];
  /** The name of the archive's file in the tool's folder. */
  readonly archive: string;
}

/** One engine call: on what, why, and after which others (by id). */
export interface Operation {
  readonly id: string;
  readonly target: string;
  readonly cause: Cause;
  readonly needs: readonly string[];
  readonly action: Action;
}

/** The labels that a plan's new objects carry. */
export type Owner = Pick<DesiredLab, 'lab' | 'team' | 'prefix' | 'base' | 'stage'>;

/** What to do for one team, in an order that satisfies every `needs`. */
export interface Plan {
  readonly owner: Owner;
  readonly operations: readonly Operation[];
}

/** Makes an operation; its id is its kind and its target. */
export function operation(
  action: Action,
  target: string,
  cause: Cause,
  needs: readonly string[] = [],
): Operation {
  return { id: `${action.kind} ${target}`, target, cause, needs, action };
}

/** A plan as text, a line an operation: `create-network lab-3 <- absent`. For tests and logs. */
export function planText(plan: Plan): string {
  return plan.operations.map((op) => `${op.id} <- ${causeText(op.cause)}`).join('\n');
}

function causeText(cause: Cause): string {
  if (cause.why === 'changed') {
    const list = cause.differences.map(({ field, from, to }) => `${field} ${from} -> ${to}`);
    return `changed: ${list.join(', ')}`;
  }
  return cause.why === 'stopped' ? `stopped: ${cause.state}` : cause.why;
}
