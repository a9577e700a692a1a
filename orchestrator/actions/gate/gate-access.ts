import { join } from 'node:path';
import { forgetSecret, keptSecret } from '../../adapters/files/gate/kept-secret.ts';
import { newPassword } from '../../adapters/ssh/secrets.ts';
import { type GateNames, gateNames } from '../../model/gate/gate-account.ts';
import type { TeamNumber } from '../../model/numbering/team-number.ts';
import type { TeamPlan } from '../../model/numbering/team-plan.ts';
import type { Workbench } from '../workbench.ts';

/** What a team needs to come in by the gate. */
export interface GateAccess {
  readonly password: string;
  readonly names: GateNames;
}

/** Where the secrets are kept: what a verb works with has it. */
export type GateHome = Pick<Workbench['surroundings'], 'stateFolder'>;

/**
 * What a team types at the gate. Its password is made by the first who asks, the sheet or the gate, and
 * stays the same through `reset` and `down`, as the printed sheet does; `down --purge` forgets it.
 */
export async function gateAccess(
  home: GateHome,
  plan: Pick<TeamPlan, 'prefix' | 'team' | 'stations'>,
): Promise<GateAccess> {
  return { password: await gatePassword(home, plan), names: gateNames(plan) };
}

/** A team's password at the gate. */
export function gatePassword(
  home: GateHome,
  { prefix, team }: Pick<TeamPlan, 'prefix' | 'team'>,
): Promise<string> {
  return keptSecret(passwordFile(home, prefix, team), newPassword);
}

/** Forgets a team's password: its next sheet has another one. */
export function forgetGatePassword(
  home: GateHome,
  { prefix, team }: Pick<TeamPlan, 'prefix' | 'team'>,
): Promise<void> {
  return forgetSecret(passwordFile(home, prefix, team));
}

/** The folder of what the gate keeps for one owner's teams. */
export function gateFolder({ stateFolder }: GateHome, prefix: string): string {
  return join(stateFolder, 'gate', encodeURIComponent(prefix));
}

function passwordFile(home: GateHome, prefix: string, team: TeamNumber): string {
  return join(gateFolder(home, prefix), `team${team}.password`);
}

/** The key that all gates of this state folder are known by. */
export function hostKeyFile({ stateFolder }: GateHome): string {
  return join(stateFolder, 'gate', 'host-key');
}

/** A password as it is compared: who leaves out the dashes, or holds Shift, means the same. */
export function plainPassword(typed: string): string {
  return typed
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
