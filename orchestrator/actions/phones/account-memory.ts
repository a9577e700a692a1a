import { putFiles } from '../../adapters/docker/container-files.ts';
import { exec } from '../../adapters/docker/exec.ts';
import type { LinePlan, StationPlan } from '../../model/numbering/team-plan.ts';
import { PHONE_USER } from '../../model/topology/desired.ts';
import type { PhoneAccess } from './open-phones.ts';

/**
 * A softphone never tells a secret that it was given. An account that isn't the plan's is therefore
 * kept beside the line for as long as that softphone lives, so that a check can give it back.
 */
const memoryOf = ({ slot }: LinePlan) => `/lines/${slot}/account`;

/** Keeps the account line of a line. */
export async function rememberAccount(
  { connection }: PhoneAccess,
  { container }: StationPlan,
  line: LinePlan,
  account: string,
): Promise<void> {
  const entry = { path: memoryOf(line), content: Buffer.from(account), mode: 0o600 };
  await putFiles(connection, container, [{ ...entry, owner: PHONE_USER }]);
}

/** The account line that was kept; null when the line has the plan's account or none. */
export async function recallAccount(
  { connection }: PhoneAccess,
  { container }: StationPlan,
  line: LinePlan,
): Promise<string | null> {
  const command = ['cat', memoryOf(line)];
  const { code, stdout } = await exec(connection, { container, command });
  return code === 0 ? stdout.trim() : null;
}
