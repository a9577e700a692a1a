import { calls, hangUp } from '../../adapters/softphone/call-control.ts';
import { register } from '../../adapters/softphone/register.ts';
import type { Emit } from '../../base/event.ts';
import { labError } from '../../base/lab-error.ts';
import { type TeamPlan, usersOf } from '../../model/numbering/team-plan.ts';
import { accountLine } from '../../model/rendering/account-line.ts';
import type { OpenPhone } from './open-phones.ts';

/** Frees each softphone and gives it the account that the plan gives it. One that is refused is `line-refused`. */
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
      // Left by an `up` that was killed while it called: nobody else would ever end it.
      for (const _ of await calls(client)) await hangUp(client);
      const { registered, status } = await register(client, account, { signal });
      if (!registered) throw labError('line-refused', { extension, reason: status });
      emit({ type: 'line', team: plan.team, extension });
    }),
  );
}
