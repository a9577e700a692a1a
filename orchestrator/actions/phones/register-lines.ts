import { register } from '../../adapters/softphone/register.ts';
import type { Emit } from '../../base/event.ts';
import { labError } from '../../base/lab-error.ts';
import { type TeamPlan, usersOf } from '../../model/numbering/team-plan.ts';
import { accountLine } from '../../model/rendering/account-line.ts';
import type { OpenPhone } from './open-phones.ts';

/** Gives each empty softphone the account that the plan gives it. One that is refused is `line-refused`. */
export async function registerLines(
  phones: readonly OpenPhone[],
  plan: TeamPlan,
  { emit, signal }: { readonly emit: Emit; readonly signal: AbortSignal },
): Promise<void> {
  await Promise.all(
    phones.map(async ({ client, line: { extension } }) => {
      const user = usersOf(plan).find((candidate) => candidate.extension === extension);
      if (user === undefined) throw new TypeError(`no user for line ${extension}`);
      const account = accountLine(user, plan.pbx.address);
      const { registered, status } = await register(client, account, { signal });
      if (!registered) throw labError('line-refused', { extension, reason: status });
      emit({ type: 'line', team: plan.team, extension });
    }),
  );
}
