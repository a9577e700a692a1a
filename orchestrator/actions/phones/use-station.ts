import { accounts, register } from '../../adapters/softphone/register.ts';
import { labError } from '../../base/lab-error.ts';
import { sipUser } from '../../model/calls/sip-user.ts';
import { type StationPlan, type TeamPlan, usersOf } from '../../model/numbering/team-plan.ts';
import { accountLine } from '../../model/rendering/account-line.ts';
import { rememberAccount } from './account-memory.ts';
import { type OpenPhone, openEmptyPhones, openPhones, type PhoneAccess } from './open-phones.ts';
import type { StationCommand } from './phone-words.ts';

/** One line of a station as it is after a command: its account, and what the PBX said to it. */
export interface LineAccount {
  readonly slot: number;
  readonly extension: string | null;
  readonly registered: boolean;
  readonly status: string;
}

/**
 * Looks at a station, or gives it these accounts and no others (Q1.5 of the sheet: the softphone is
 * set up for another account). More accounts than lines, or one without a secret, is an error.
 */
export async function useStation(
  access: PhoneAccess,
  plan: TeamPlan,
  { station, command }: { readonly station: StationPlan; readonly command: StationCommand },
): Promise<readonly LineAccount[]> {
  if (command.verb === 'status') {
    await using open = await openPhones(access, station);
    return await Promise.all(open.phones.map(look));
  }
  const { extensions, secret } = command;
  if (extensions.length > station.lines.length) {
    const most = station.lines.length;
    throw labError('station-full', { station: station.name, most, found: extensions.length });
  }
  const wanted = extensions.map((extension) => accountOf(plan, extension, secret));
  await using open = await openEmptyPhones(access, [station], 'quit');
  return await Promise.all(
    open.phones.map(async ({ client, line }, index) => {
      const { slot } = line;
      const account = wanted[index];
      if (account === undefined) return { slot, extension: null, registered: false, status: '' };
      if (secret !== null) await rememberAccount(access, station, line, account.line);
      const result = await register(client, account.line);
      return { slot, extension: account.extension, ...result };
    }),
  );
}

async function look({ client, line: { slot } }: OpenPhone): Promise<LineAccount> {
  const [account] = await accounts(client);
  if (account === undefined) return { slot, extension: null, registered: false, status: '' };
  const registered = account.registration === 'registered';
  return { slot, extension: sipUser(account.address), registered, status: account.registration };
}

/** An account of the plan has its secret there; one that a student made needs it said. */
function accountOf(plan: TeamPlan, extension: string, secret: string | null) {
  const user = usersOf(plan).find((candidate) => candidate.extension === extension);
  const known = secret ?? user?.secret;
  if (known === undefined) {
    const extensions = usersOf(plan).map((candidate) => candidate.extension);
    throw labError('secret-missing', { extension, known: extensions });
  }
  return { extension, line: accountLine({ extension, secret: known }, plan.pbx.address) };
}
