import { type AccountState, parseAccounts } from '../../model/calls/account-state.ts';
import { isOfAccount } from './event-condition.ts';
import type { LineClient } from './line-client.ts';

/** What the exchange answered to a registration: `200 OK`, `403 Forbidden`. */
export interface Registration {
  readonly registered: boolean;
  readonly status: string;
}

/** How long to wait for the exchange's answer, and what gives up sooner. */
export interface RegisterOptions {
  readonly within?: number;
  readonly signal?: AbortSignal | undefined;
}

const REGISTER_WITHIN = 10_000;

/**
 * Gives a line its account. The line must have none: a second one would ring beside the first. An
 * exchange that refuses is an answer; one that says nothing is a `softphone-wait` error.
 */
export async function register(
  line: LineClient,
  account: string,
  { within = REGISTER_WITHIN, signal }: RegisterOptions = {},
): Promise<Registration> {
  const since = line.mark;
  await line.command('uanew', account);
  const answered = isOfAccount(['REGISTER_OK', 'REGISTER_FAIL']);
  const reason = 'REGISTER_OK | REGISTER_FAIL';
  const answer = await line.waitFor(answered, { since, within, reason, signal });
  return { registered: answer.type === 'REGISTER_OK', status: answer.status };
}

/** The accounts that a line has now. */
export async function accounts(line: LineClient): Promise<readonly AccountState[]> {
  return parseAccounts(await line.command('reginfo'));
}
