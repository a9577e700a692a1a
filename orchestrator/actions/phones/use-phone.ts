import { answer, calls, dial, hangUp, sendDigits } from '../../adapters/softphone/call-control.ts';
import { isOfCall } from '../../adapters/softphone/event-condition.ts';
import type { LineClient } from '../../adapters/softphone/line-client.ts';
import { accounts } from '../../adapters/softphone/register.ts';
import { labError } from '../../base/lab-error.ts';
import { unreachable } from '../../base/unreachable.ts';
import type { CallRow } from '../../model/calls/call-row.ts';
import { sipUser } from '../../model/calls/sip-user.ts';
import { type TeamPlan, usersOf } from '../../model/numbering/team-plan.ts';
import { lineOf } from '../../model/topology/lab-status.ts';
import { type OpenPhone, openPhone, type PhoneAccess, startLines } from './open-phones.ts';
import type { PhoneCommand } from './phone-words.ts';

/** What came of a word to a softphone. */
export type PhoneResult =
  | { readonly did: 'ringing' | 'talking'; readonly peer: string }
  | { readonly did: 'closed'; readonly reason: string }
  | { readonly did: 'hung-up' }
  | { readonly did: 'sent'; readonly digits: string }
  | { readonly did: 'status'; readonly registration: string; readonly calls: readonly CallRow[] };

/** How long a call may take to ring, to be answered or to be over. */
const STEP_WITHIN = 8000;

/** Does at one softphone what a person would; a number that no line has now is `line-unknown`. */
export async function usePhone(
  access: PhoneAccess,
  plan: TeamPlan,
  { extension, command }: { readonly extension: string; readonly command: PhoneCommand },
): Promise<PhoneResult> {
  await using phone = await phoneWith(access, plan, extension);
  return await carryOut(phone.client, command);
}

/**
 * Finds the line that has an account now: first where the plan has it, then anywhere, since a
 * station can be given another account. A control connection takes one client, so as few as possible
 * are opened.
 */
async function phoneWith(
  access: PhoneAccess,
  plan: TeamPlan,
  extension: string,
): Promise<OpenPhone> {
  const all = plan.stations.flatMap((station) => station.lines.map((line) => ({ station, line })));
  const planned = lineOf(plan, extension);
  const others = all.filter(({ line }) => line.extension !== extension);
  for (const { station, line } of [...(planned === undefined ? [] : [planned]), ...others]) {
    await startLines(access, station);
    const phone = await openPhone(access, station, line);
    if (await has(phone.client, extension)) return phone;
    await phone[Symbol.asyncDispose]();
  }
  const known = usersOf(plan).map((user) => user.extension);
  throw labError('line-unknown', { found: extension, known });
}

async function has(client: LineClient, extension: string): Promise<boolean> {
  return (await accounts(client)).some(({ address }) => sipUser(address) === extension);
}

async function carryOut(client: LineClient, command: PhoneCommand): Promise<PhoneResult> {
  switch (command.verb) {
    case 'dial':
      return after(client, () => dial(client, command.number), [
        'CALL_RINGING',
        'CALL_ESTABLISHED',
      ]);
    case 'answer':
      await refuseIdle(client);
      return after(client, () => answer(client), ['CALL_ESTABLISHED']);
    case 'hangup':
      await refuseIdle(client);
      await after(client, () => hangUp(client), []);
      return { did: 'hung-up' };
    case 'send':
      await refuseIdle(client);
      await sendDigits(client, command.digits);
      return { did: 'sent', digits: command.digits };
    case 'status': {
      const [account] = await accounts(client);
      const registration = account?.registration ?? 'none';
      return { did: 'status', registration, calls: await calls(client) };
    }
    default:
      return unreachable(command);
  }
}

/** baresip says yes to these even when there is no call. */
async function refuseIdle(client: LineClient): Promise<void> {
  if ((await calls(client)).length > 0) return;
  throw labError('softphone-no-call', { line: client.line });
}

/** Gives a command and tells the first thing that came of it: one of these events, or the call's end. */
async function after(
  client: LineClient,
  give: () => Promise<unknown>,
  types: readonly ('CALL_RINGING' | 'CALL_ESTABLISHED')[],
): Promise<PhoneResult> {
  const since = client.mark;
  await give();
  const event = await client.waitFor(isOfCall([...types, 'CALL_CLOSED']), {
    since,
    within: STEP_WITHIN,
    reason: [...types, 'CALL_CLOSED'].join(' | '),
  });
  if (event.type === 'CALL_CLOSED') return { did: 'closed', reason: event.param };
  return { did: event.type === 'CALL_RINGING' ? 'ringing' : 'talking', peer: sipUser(event.peer) };
}
